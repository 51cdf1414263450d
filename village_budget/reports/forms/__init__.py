"""One module a form: builds a report document from a plan and its figures."""
