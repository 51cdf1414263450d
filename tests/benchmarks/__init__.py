"""What is promised about time and memory, measured against bare programs in the same run (`make bench`)."""
