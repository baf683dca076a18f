"""What helps an author: a starting file, the schema, the reference, the balance report, words, a graph, translation."""
