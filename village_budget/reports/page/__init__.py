"""The public page: one HTML file for the village's site, readable without a network and without scripts."""
