package io.passport.acceptance.contract;

import io.passport.acceptance.visitor.ApiResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * One row of the API's table of failures.
 *
 * @param request method and path, for example {@code GET /smscode/{mobile}}
 * @param errno of the envelope
 * @param errmsg of the envelope; {@code …} at its end stands for any text
 */
record DocumentedFailure(String request, String errno, String errmsg) {

    private static final String ANY_TEXT = "…";

    /** All rows, in the order in which the services check. */
    static List<DocumentedFailure> all() {
        return table().lines()
                .map(line -> line.split("\\s*\\|\\s*"))
                .filter(cells -> cells.length >= 4 && cells[2].matches("[0-9]{4}"))
                .map(cells -> new DocumentedFailure(cells[1].replace("`", ""), cells[2], cells[3]))
                .toList();
    }

    private static String table() {
        try (var file = Objects.requireNonNull(DocumentedFailure.class.getResourceAsStream("failures.md"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asserts that a response is this failure. */
    void matches(ApiResponse response) {
        if (errmsg.endsWith(ANY_TEXT)) {
            response.isError(errno).hasErrmsgStartingWith(errmsg.substring(0, errmsg.length() - 1));
        } else {
            response.isError(errno, errmsg);
        }
    }

    @Override
    public String toString() {
        return request + " " + errno + " " + errmsg;
    }
}
