"""The side panel beside the spending grid: the activity of the cursor."""
