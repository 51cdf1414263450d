"""What the rows and cells of the grid are; Qt only as far as its models need it."""
