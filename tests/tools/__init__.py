"""Programs for those who work on Village Budget: translations and screenshots."""
