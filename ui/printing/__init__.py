"""One painter for preview, paper and PDF."""
