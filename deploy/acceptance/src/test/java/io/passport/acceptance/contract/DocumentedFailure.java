package io.passport.acceptance.contract;

import io.passport.acceptance.visitor.ApiResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One row of the table <i>Failures</i> in {@code gateway/API.md}.
 *
 * @param request method and path, for example {@code GET /smscode/{mobile}}
 * @param errno of the envelope
 * @param errmsg of the envelope; {@code {name}} stands for a number
 */
record DocumentedFailure(String request, String errno, String errmsg) {

    private static final Path DOCUMENT = Path.of("..", "..", "gateway", "API.md");
    private static final String NAME_TAKEN = "用户名已存在";
    private static final String RETRY_AFTER = "{retry_after}";

    /** Storage, vendors and files: package {@code outages}, and the services' tests for the files. */
    private static final Set<String> OUTAGES = Set.of("4001", "4301", "4302");

    /** These need a race or an overloaded service; the services test them. */
    private static final List<DocumentedFailure> ONLY_UNDER_LOAD = List.of(
            new DocumentedFailure("POST /users", "4201", "请求过于频繁，请 {retry_after} 秒后再试"),
            new DocumentedFailure("POST /passwords", "4201", "请求过于频繁，请 {retry_after} 秒后再试"),
            new DocumentedFailure("POST /users", "4004", "账户信息刚刚变更，请重试"),
            new DocumentedFailure("POST /sessions", "4004", "账户信息刚刚变更，请重试"),
            new DocumentedFailure("POST /user/avatar", "4201", "服务繁忙，请稍后再试"),
            new DocumentedFailure("POST /user/avatar", "4103", "图片过于复杂，处理超时"),
            // of an encoding that no JDK writes
            new DocumentedFailure("POST /user/avatar", "4103", "不支持这种编码的图片，请另存为普通的 JPEG 或 PNG 图片"));

    /** All rows that a client can provoke without an outage or load. */
    static List<DocumentedFailure> all() {
        return table().stream()
                .filter(failure -> !OUTAGES.contains(failure.errno) || failure.errmsg.equals(NAME_TAKEN))
                .filter(failure -> !ONLY_UNDER_LOAD.contains(failure))
                .toList();
    }

    /** The rows that only a race or load can provoke; all must be in the table. */
    static List<DocumentedFailure> onlyUnderLoad() {
        return ONLY_UNDER_LOAD;
    }

    /** All rows. */
    static List<DocumentedFailure> table() {
        try {
            return Files.readAllLines(DOCUMENT).stream()
                    .map(line -> line.split("\\s*\\|\\s*"))
                    .filter(cells ->
                            cells.length >= 4 && cells[1].matches("`[A-Z]+ /.*`") && cells[2].matches("[0-9]{4}"))
                    .map(cells -> new DocumentedFailure(cells[1].replace("`", ""), cells[2], cells[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asserts that a response is this failure. */
    void matches(ApiResponse response) {
        response.isError(errno)
                .hasErrmsg(pattern())
                .hasNoDataExcept(errmsg.contains(RETRY_AFTER) ? Set.of("retry_after") : Set.of());
    }

    private Pattern pattern() {
        return Pattern.compile(Arrays.stream(errmsg.split("\\{[a-z_]+}", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("[0-9A-Za-z ]+")));
    }

    @Override
    public String toString() {
        return request + " " + errno + " " + errmsg;
    }
}
