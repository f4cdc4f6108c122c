package io.passport.acceptance.malformed;

import io.passport.acceptance.PassportTest;
import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Malformed HTTP gets {@code 400} with an envelope. */
@PassportTest
class MalformedHttpIT {

    private final RawHttp gateway;

    MalformedHttpIT(LaunchedPassport passport) {
        this.gateway = new RawHttp(passport.port("gateway"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NONSENSE\r\n\r\n",
                "GET\r\n\r\n",
                "GET /api/v1.0/session\r\n\r\n",
                "GET /api/v1.0/session HTTP/x.y\r\nHost: localhost\r\n\r\n",
                "GET /api/v1.0/session HTTP/1.1\r\nHost: localhost\r\nBad Header: x\r\n\r\n",
                "GET /api/v1.0/session HTTP/1.1\r\nHost: localhost\r\nX-A: a\u0000b\r\n\r\n",
                "POST /api/v1.0/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Length: abc\r\n\r\n{}",
                "POST /api/v1.0/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n{}",
                "POST /api/v1.0/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                "GET /api/v1.0/se<>ssion HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /api/v1.0/session?a=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /api/v1.0/session%2 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            })
    void requestWhenItIsNotHttpThenBadRequest(String request) {
        gateway.send(request).isRejected(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1380000000%", "[", "]", "|", "^", ";", "\"", "<", "\\", "%2F"})
    void smsCodeWhenTheNumberIsMalformedThenThePageGetsAnAnswer(String typed) {
        gateway.send("GET /api/v1.0/smscode/" + typed
                        + "?text=abcd&id=0b7e0bd2-7f4b-4a5c-9d8e-2f1c3a4b5d6e HTTP/1.1\r\n"
                        + "Host: localhost\r\nConnection: close\r\n\r\n")
                .isError("4103", "手机号格式错误");
    }

    @Test
    void requestWhenItsHeadersAreTooLargeThenBadRequest() {
        gateway.send("GET /api/v1.0/session HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Long: "
                        + "x".repeat(17 * 1024) + "\r\n\r\n")
                .isRejected(400);
    }
}
