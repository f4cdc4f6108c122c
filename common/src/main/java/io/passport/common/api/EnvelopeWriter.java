package io.passport.common.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes an envelope where no controller runs: in filters, interceptors and Tomcat's error valve. */
public final class EnvelopeWriter {

    private EnvelopeWriter() {}

    /**
     * Answers 403 with {@code 4201}, for a forged or misdirected call.
     *
     * @throws IOException when the client has disconnected
     */
    public static void forbid(HttpServletResponse response) throws IOException {
        write(response, HttpServletResponse.SC_FORBIDDEN, ErrorCode.REQERR);
    }

    static void write(HttpServletResponse response, int status, ErrorCode code) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getOutputStream()
                .write("{\"errno\":\"%s\",\"errmsg\":\"%s\"}"
                        .formatted(code.errno(), code.text())
                        .getBytes(StandardCharsets.UTF_8));
    }
}
