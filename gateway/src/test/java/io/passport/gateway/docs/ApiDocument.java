package io.passport.gateway.docs;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The tables of {@code API.md}. */
final class ApiDocument {

    private final List<String> lines;

    ApiDocument(String markdown) {
        this.lines = markdown.lines().toList();
    }

    /** The rows of a section's table, without its head. */
    Stream<List<String>> table(String section) {
        return lines.stream()
                .dropWhile(line -> !line.equals("## " + section))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .map(ApiDocument::cells);
    }

    List<Operation> operations() {
        return table("Operations")
                .map(row -> new Operation(row.get(0), row.get(1).equals("yes"), row.get(3)))
                .toList();
    }

    /** All failures, in the order in which each operation checks. */
    List<Failure> failures() {
        return table("Failures")
                .map(row -> new Failure(row.get(0), row.get(1), row.get(2)))
                .toList();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|"))
                .map(String::strip)
                .map(cell -> cell.matches("`[^`]*`") ? cell.substring(1, cell.length() - 1) : cell)
                .toList();
    }

    /**
     * An operation.
     *
     * @param request {@code GET /smscode/{mobile}}
     * @param success the {@code errmsg} of a success, empty for a picture
     */
    record Operation(String request, boolean needsSession, String success) {}

    /** A failure of an operation. */
    record Failure(String request, String errno, String errmsg) {}
}
