"""Tables from elsewhere on their way into the plan: paste, workbooks, price lists."""
