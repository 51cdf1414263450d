"""What can be done with a grid's rows, one command a file."""
