package io.passport.verify.smsledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.verify.RunningService;
import io.passport.verify.SignedCalls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

class SmsReportTests extends RunningService {

    @Autowired
    private SmsLedger ledger;

    @LocalServerPort
    private int port;

    @Test
    void isPrintedByTheOperatorsCommand() throws Exception {
        ledger.sent("register", "yuntongxun");
        String printed = commandPrints();
        assertThat(printed).startsWith("hour ").contains("register  sent       yuntongxun");
    }

    @Test
    void isForTheOperatorAlone() {
        assertThat(service("user-service")
                        .get("/internal/sms-report?day=2026-11-23")
                        .status())
                .isEqualTo(403);
        assertThat(gatewayFor("203.0.113.7")
                        .get("/internal/sms-report?day=2026-11-23")
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-13-01", "yesterday"})
    void refusesWhatIsNoDay(String day) {
        assertThat(operator().get("/internal/sms-report?day=" + day).line()).startsWith("200 4103 ");
    }

    private SignedCalls operator() {
        return service("operator");
    }

    private String commandPrints() throws IOException, InterruptedException {
        ProcessBuilder command =
                new ProcessBuilder(Path.of("../deploy/sms-report").toString());
        command.environment().put("PASSPORT_VERIFY_SERVICE", "http://127.0.0.1:" + port);
        Process process = command.redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
