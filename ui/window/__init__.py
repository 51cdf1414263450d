"""The frame around the places: start page, deck of screens, navigation, search, settings, backups."""
