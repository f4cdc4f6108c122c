package io.passport.common.api;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * Answers with an envelope, not Tomcat's HTML page, when Tomcat rejects a request before Spring sees it.
 * The status stays; {@code errno} is {@code 4103} for 4xx and {@code 4500} for 5xx. Tomcat creates it by its class name.
 */
public final class EnvelopeErrorReportValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            EnvelopeWriter.write(response, response.getStatus(), codeFor(response.getStatus()));
        } catch (IOException disconnected) {
            container.getLogger().debug("The client disconnected", disconnected);
        }
    }

    private static ErrorCode codeFor(int status) {
        return status >= 500 ? ErrorCode.SERVERERR : ErrorCode.PARAMERR;
    }
}
