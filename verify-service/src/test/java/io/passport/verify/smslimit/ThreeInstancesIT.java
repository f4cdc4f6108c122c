package io.passport.verify.smslimit;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.passport.common.internalcall.ClientSubnet;
import io.passport.common.pii.Mobile;
import io.passport.testing.concurrency.Simultaneously;
import io.passport.verify.ServiceInstances;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 64 callers at three instances, 2,000 numbers: each limit is reached and never exceeded. */
class ThreeInstancesIT {

    private static final int CALLERS = 64;
    private static final int REQUESTS = 12;
    private static final int NUMBERS = 2_000;

    private static final long PER_ADDRESS = 20;
    private static final long PER_NETWORK = 60;
    private static final long PER_PURPOSE = 300;
    private static final long BUDGET = 500;

    private static ServiceInstances fleet;

    @BeforeAll
    static void start() {
        fleet = ServiceInstances.of(
                3,
                "passport.sms-limit.per-number=1/1h",
                "passport.sms-limit.per-address=" + PER_ADDRESS + "/1h",
                "passport.sms-limit.per-network=" + PER_NETWORK + "/1h",
                "passport.sms-limit.per-purpose=" + PER_PURPOSE + "/24h",
                "passport.sms-limit.budget=" + BUDGET + "/1h");
    }

    @AfterAll
    static void stop() {
        fleet.close();
    }

    @BeforeEach
    void beginAnew() {
        fleet.beginAnew();
    }

    @Test
    void sendWhenSixteenAskForANumberThenSendsOnce() throws Exception {
        List<SmsQuotaRequest> sent = sentOf(turn -> request("register", turn / 16, addressOfItsOwn(turn)));
        assertThat(amounts(sent, SmsQuotaRequest::mobile).values())
                .hasSize(CALLERS * REQUESTS / 16)
                .containsOnly(1L);
    }

    @Test
    void sendWhenManyAskFromAnAddressThenSendsItsLimit() throws Exception {
        List<SmsQuotaRequest> sent = sentOf(turn -> request("register", anyNumber(), "198.51." + turn % 10 + ".7"));
        assertThat(amounts(sent, SmsQuotaRequest::address).values()).hasSize(10).containsOnly(PER_ADDRESS);
    }

    @Test
    void sendWhenManyAskFromAnIpv6SubnetThenSendsItsLimit() throws Exception {
        List<SmsQuotaRequest> sent =
                sentOf(turn -> request("register", anyNumber(), "2001:db8:%x:7::%x".formatted(turn % 10, turn)));
        assertThat(amounts(sent, request -> ClientSubnet.of(request.address())).values())
                .hasSize(10)
                .containsOnly(PER_ADDRESS);
    }

    @Test
    void sendWhenManyAskFromANetworkThenSendsItsLimit() throws Exception {
        List<SmsQuotaRequest> sent =
                sentOf(turn -> request("register", anyNumber(), "198.51." + turn % 4 + "." + turn / 4 % 25));
        assertThat(amounts(sent, request -> ClientSubnet.of(request.address(), 24, 48))
                        .values())
                .hasSize(4)
                .containsOnly(PER_NETWORK);
        assertThat(amounts(sent, SmsQuotaRequest::address).values()).allMatch(messages -> messages <= PER_ADDRESS);
    }

    @Test
    void sendWhenManyAskForAPurposeThenSendsItsLimit() throws Exception {
        List<SmsQuotaRequest> sent = sentOf(turn -> request("register", anyNumber(), addressOfItsOwn(turn)));
        assertThat(sent).hasSize(Math.toIntExact(PER_PURPOSE));
    }

    @Test
    void sendWhenManyAskForAllThenSendsTheBudget() throws Exception {
        List<SmsQuotaRequest> sent =
                sentOf(turn -> request(turn % 2 == 0 ? "register" : "login", anyNumber(), addressOfItsOwn(turn)));
        assertThat(sent).hasSize(Math.toIntExact(BUDGET));
        assertThat(amounts(sent, SmsQuotaRequest::purpose).values()).allMatch(messages -> messages <= PER_PURPOSE);
        assertThat(amounts(sent, SmsQuotaRequest::mobile).values()).containsOnly(1L);
    }

    /** The requests that were answered with a sent message. The vendor received exactly these. */
    private static List<SmsQuotaRequest> sentOf(IntFunction<SmsQuotaRequest> askings) throws Exception {
        AtomicInteger turns = new AtomicInteger();
        List<SmsQuotaRequest> sent = Simultaneously.call(
                        CALLERS,
                        caller -> Stream.generate(turns::getAndIncrement)
                                .limit(REQUESTS)
                                .map(turn -> Map.entry(turn, askings.apply(turn)))
                                .filter(asked -> isSent(asked.getValue(), asked.getKey()))
                                .map(Map.Entry::getValue)
                                .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
        assertThat(fleet.sentByNumber())
                .isEqualTo(amounts(sent, request -> request.mobile().number()));
        return sent;
    }

    private static boolean isSent(SmsQuotaRequest request, int instance) {
        return fleet.askFor(request.mobile().number(), request.address(), request.purpose(), instance)
                .line()
                .startsWith("200 0 ");
    }

    private static <K> Map<K, Long> amounts(List<SmsQuotaRequest> sent, Function<SmsQuotaRequest, K> by) {
        return sent.stream().collect(groupingBy(by, counting()));
    }

    private static SmsQuotaRequest request(String purpose, int number, String address) {
        return new SmsQuotaRequest(purpose, new Mobile("138%08d".formatted(number)), address);
    }

    private static int anyNumber() {
        return ThreadLocalRandom.current().nextInt(NUMBERS);
    }

    /** In a network of its own. */
    private static String addressOfItsOwn(int turn) {
        return "203.%d.%d.7".formatted(turn / 250, turn % 250);
    }
}
