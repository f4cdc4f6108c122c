package io.passport.verify.smsledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.testing.internalcall.SignedCalls;
import io.passport.verify.RunningService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

class SmsReportIT extends RunningService {

    @Autowired
    private SmsLedger ledger;

    @LocalServerPort
    private int port;

    @Test
    void commandWhenTheLedgerHasRowsThenPrintsTheReport() throws Exception {
        Printed printed;
        LocalDate day;
        // again, should it be midnight in between
        do {
            day = today();
            ledger.sent("register", "yuntongxun");
            printed = command("http://127.0.0.1:" + port);
        } while (!day.equals(today()));
        assertThat(printed.out()).startsWith("hour ").contains("register  sent       yuntongxun");
        assertThat(printed.errors()).isEmpty();
        assertThat(printed.status()).isZero();
    }

    @Test
    void commandWhenTheAnswerIsAnErrorThenFails() throws Exception {
        // of the form of a day, but none: refused with status 200
        Printed printed = command("http://127.0.0.1:" + port, "2026-13-01");
        assertThat(printed.out()).isEmpty();
        assertThat(printed.errors()).contains("\"errno\":\"4103\"", "gave no report");
        assertThat(printed.status()).isEqualTo(1);
    }

    @Test
    void commandWhenTheServiceIsDownThenFails() throws Exception {
        // no server listens here
        Printed printed = command("http://127.0.0.1:1");
        assertThat(printed.out()).isEmpty();
        assertThat(printed.errors()).contains("gave no report");
        assertThat(printed.status()).isEqualTo(1);
    }

    @Test
    void reportWhenTheCallerIsNotTheOperatorThenForbidden() {
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
    void reportWhenTheDayIsInvalidThenAnswers4103(String day) {
        assertThat(operator().get("/internal/sms-report?day=" + day).line()).startsWith("200 4103 ");
    }

    private SignedCalls operator() {
        return service("operator");
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private record Printed(int status, String out, String errors) {}

    private static Printed command(String verifyService, String... day) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(Path.of("../deploy/sms-report").toString()));
        command.addAll(List.of(day));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("PASSPORT_VERIFY_SERVICE", verifyService);
        // both are a few lines, which a pipe holds
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Printed(process.waitFor(), out, errors);
    }
}
