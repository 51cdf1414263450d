"""The open file as a window or script sees it: document, edits, undo, history."""
