package io.passport.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTests {

    @RegisterExtension
    static final RunningEmulators emulators = new RunningEmulators();

    @AfterEach
    void endFaults() throws Exception {
        emulators.endFaults();
    }

    @Test
    void callWhenAFaultDelaysThenTheNormalResponseIsLate() throws Exception {
        order("{\"provider\":\"yuntongxun\",\"kind\":\"delay\",\"millis\":400}");

        long start = System.nanoTime();
        assertSent();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
    }

    @Test
    void callWhenAFaultSetsAStatusThenTheResponseHasItAndTheVendorsBody() throws Exception {
        order("{\"provider\":\"yuntongxun\",\"kind\":\"status\",\"status\":503}");
        int before = emulators.inbox("13600000000").size();

        HttpResponse<String> response = call();

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).isEqualTo("{\"statusCode\":\"160000\",\"statusMsg\":\"【短信】系统错误\"}");
        assertThat(emulators.inbox("13600000000")).hasSize(before);
    }

    @Test
    void callWhenAFaultHangsThenTheConnectionIsClosedWithoutAResponse() throws Exception {
        order("{\"provider\":\"yuntongxun\",\"kind\":\"hang\",\"millis\":500}");

        long start = System.nanoTime();
        assertThat(rawCall()).isEmpty();

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(500), Duration.ofSeconds(20));
    }

    @Test
    void callWhenFaultsAreEndedThenHeldRequestsAreReleased() throws Exception {
        order("{\"provider\":\"yuntongxun\",\"kind\":\"hang\",\"millis\":600000,\"times\":2}");
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<HttpResponse<String>> hanging = executor.submit(FaultsTests::call);
            // the fault applied
            await().until(() -> timesLeft() == 1);
            assertThat(hanging.isDone()).isFalse();

            emulators.endFaults();

            assertThatThrownBy(hanging::get).hasCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void callWhenAFaultResetsThenTheClientSeesAReset() throws Exception {
        order("{\"provider\":\"yuntongxun\",\"kind\":\"reset\"}");

        assertThatThrownBy(FaultsTests::rawCall)
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
    }

    @Test
    void callWhenAFaultRefusesThenTheConnectionIsClosedWithoutAResponse() throws Exception {
        order("{\"provider\":\"yuntongxun\",\"kind\":\"refuse\"}");

        assertThat(rawCall()).isEmpty();
    }

    @Test
    void callWhenThereAreTwoFaultsThenTheyApplyInOrder() throws Exception {
        order("{\"provider\":\"yuntongxun\",\"kind\":\"delay\",\"millis\":300}");
        order("{\"provider\":\"yuntongxun\",\"kind\":\"status\",\"status\":500}");

        long start = System.nanoTime();
        assertThat(call().statusCode()).isEqualTo(500);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void callWhenTimesAreUsedUpThenTheFaultEnds() throws Exception {
        order("{\"provider\":\"yuntongxun\",\"kind\":\"status\",\"status\":500,\"times\":2}");

        assertThat(call().statusCode()).isEqualTo(500);
        assertThat(timesLeft()).isEqualTo(1);
        assertThat(call().statusCode()).isEqualTo(500);
        assertThat(emulators.json(emulators.request("/faults"))).isEmpty();
        assertSent();
    }

    @Test
    void callWhenThereAreManyCallersThenTheFaultAppliesExactlyTimes() throws Exception {
        order("{\"provider\":\"yuntongxun\",\"kind\":\"status\",\"status\":500,\"times\":7}");

        var statuses = new ArrayList<Integer>();
        try (var executor = Executors.newFixedThreadPool(20)) {
            Callable<Integer> status = () -> call().statusCode();
            for (Future<Integer> done : executor.invokeAll(java.util.Collections.nCopies(40, status))) {
                statuses.add(done.get());
            }
        }

        assertThat(statuses).filteredOn(status -> status == 500).hasSize(7);
    }

    @Test
    void callWhenTheProbabilityIsAHalfThenTheFaultAppliesToSome() throws Exception {
        order("{\"provider\":\"yuntongxun\",\"kind\":\"status\",\"status\":500,\"probability\":0.5}");

        var statuses = new ArrayList<Integer>();
        for (int i = 0; i < 40; i++) {
            statuses.add(call().statusCode());
        }

        assertThat(statuses).contains(200, 500);
    }

    @Test
    void callWhenTheFaultTargetsSmsThenYuntongxunFails() throws Exception {
        order("{\"provider\":\"sms\",\"kind\":\"status\",\"status\":500}");

        assertThat(call().statusCode()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aliyun", "tencent", "qiniu", "idcheck"})
    void callWhenTheFaultTargetsAnotherProviderThenYuntongxunWorks(String other) throws Exception {
        order("{\"provider\":\"" + other + "\",\"kind\":\"status\",\"status\":500}");

        assertSent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"provider\":\"nobody\",\"kind\":\"reset\"}",
                "{\"provider\":\"qiniu\"}",
                "{\"provider\":\"qiniu\",\"kind\":\"explode\"}",
                "{\"provider\":\"qiniu\",\"kind\":0}",
                "{\"provider\":\"qiniu\",\"kind\":\"status\"}",
                "{\"provider\":\"qiniu\",\"kind\":\"status\",\"status\":99}",
                "{\"provider\":\"qiniu\",\"kind\":\"status\",\"status\":204}",
                "{\"provider\":\"qiniu\",\"kind\":\"delay\"}",
                "{\"provider\":\"qiniu\",\"kind\":\"hang\",\"millis\":-1}",
                "{\"provider\":\"qiniu\",\"kind\":\"hang\",\"millis\":600001}",
                "{\"provider\":\"qiniu\",\"kind\":\"reset\",\"times\":0}",
                "{\"provider\":\"qiniu\",\"kind\":\"reset\",\"time\":1}",
                "{\"provider\":\"qiniu\",\"kind\":\"reset\",\"probability\":0}",
                "{\"provider\":\"qiniu\",\"kind\":\"reset\",\"probability\":1.1}"
            })
    void addWhenTheFaultIsInvalidThenItIsRejected(String fault) throws Exception {
        HttpResponse<String> response = emulators.order(fault);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).startsWith("{\"error\":\"");
        assertThat(emulators.json(emulators.request("/faults"))).isEmpty();
    }

    @Test
    void addWhenThereAreAHundredFaultsThenItIsRejected() throws Exception {
        for (int i = 0; i < 100; i++) {
            order("{\"provider\":\"qiniu\",\"kind\":\"reset\"}");
        }

        assertThat(emulators
                        .order("{\"provider\":\"qiniu\",\"kind\":\"reset\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    private static void order(String fault) throws Exception {
        assertThat(emulators.order(fault).statusCode()).isEqualTo(200);
    }

    /** How often the only fault in force may still strike. */
    private static int timesLeft() throws Exception {
        return emulators.json(emulators.request("/faults")).get(0).get("times").asInt();
    }

    private static HttpResponse<String> call() throws Exception {
        return emulators.send(TemplateSmsCall.to("13600000000").on(emulators));
    }

    private static void assertSent() throws Exception {
        assertThat(emulators
                        .json(TemplateSmsCall.to("13600000001").on(emulators))
                        .get("statusCode")
                        .asString())
                .isEqualTo("000000");
    }

    private static String rawCall() throws Exception {
        var call = TemplateSmsCall.to("13600000002");
        String head = "POST " + call.target() + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + call.authorization()
                + "\r\nContent-Length: " + call.body().length() + "\r\n\r\n";
        return emulators.raw(head + call.body());
    }
}
