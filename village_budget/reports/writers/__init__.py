"""Writers: a report document into a file; they know no form."""
