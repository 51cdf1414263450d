"""Tables of budget lines as treasurers keep them: columns named, rows judged."""
