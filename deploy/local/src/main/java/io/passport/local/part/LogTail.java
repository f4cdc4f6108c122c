package io.passport.local.part;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file. */
final class LogTail {
    private static final int LINES = 10;
    private static final int BYTES = 8 * 1024;

    private LogTail() {}

    /** The last ten lines that are not blank; none if the file cannot be read. */
    static List<String> of(Path log) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - BYTES));
            var end = new byte[(int) Math.min(BYTES, file.length() - file.getFilePointer())];
            file.readFully(end);
            var lines = new String(end, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
