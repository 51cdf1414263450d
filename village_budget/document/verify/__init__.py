"""Whether a print or a workbook still says what the plan says."""
