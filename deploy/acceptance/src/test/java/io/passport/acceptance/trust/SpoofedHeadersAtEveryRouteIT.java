package io.passport.acceptance.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.passport.acceptance.PassportTest;
import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.ApiResponse;
import io.passport.acceptance.visitor.RawHttp;
import io.passport.acceptance.visitor.RegisteredUser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** No header of the table is accepted at any route, nor at any service's own port. */
@PassportTest
class SpoofedHeadersAtEveryRouteIT {

    /** An address that no other test uses. */
    private static final String PEER = "127.2.0.1";

    private static final String MASKED_PEER = " from 127.2.0.* ";
    private static final String NOT_SIGNED_IN = "4101";
    /** {@code X-Passport-User} names another user than the signed-in one. */
    private static final String OTHER_USER = "4105";

    private static final int MALFORMED = 400;
    private static final int CONNECTIONS = 4;
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final LaunchedPassport passport;
    private final RegisteredUser victim;
    private final List<SpoofedHeader> table;

    SpoofedHeadersAtEveryRouteIT(LaunchedPassport passport) {
        this.passport = passport;
        this.victim = RegisteredUser.of(passport);
        this.table = SpoofedHeader.allAgainst(victim);
    }

    @Test
    void operationWhenTheApiDescribesItThenItIsAmongTheRoutes() throws IOException {
        var paths = new JsonMapper()
                .readTree(Files.readString(Path.of("../../gateway/openapi.json")))
                .get("paths");
        List<String> described = paths.propertyStream()
                .flatMap(path -> path.getValue().propertyNames().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .toList();
        assertThat(described).hasSizeGreaterThan(15).allMatch(SpoofedHeadersAtEveryRouteIT::isAmongTheRoutes);
    }

    private static boolean isAmongTheRoutes(String operation) {
        String[] parts = operation.split(" ", 2);
        return RouteTarget.everyOperation().stream().anyMatch(target -> target.is(parts[0], parts[1]));
    }

    @Test
    void headerWhenSentToEveryRouteWithoutSessionThenStillAnonymousAndFromTheRealAddress() throws IOException {
        List<SpoofAttempt> attempts = attempts("", RouteTarget.everyOperation());
        Collection<String> arrived = new ConcurrentLinkedQueue<>();
        var accepted = accepted(new RawHttp(passport.port("gateway"), PEER), attempts, (attempt, response) -> {
            if (response.status() != MALFORMED) {
                arrived.add("[" + attempt.requestId() + "]");
            }
            return gotMoreThanAnonymous(attempt, response);
        });
        assertThat(accepted).as("accepted of %s", attempts.size()).isEmpty();
        assertFromPeer(arrived);
        victim.assertSignedIn();
    }

    @Test
    void headerWhenSentToEveryRouteWithASessionThenStillTheSameUser() {
        RegisteredUser spoofer = RegisteredUser.of(passport);
        var accepted = accepted(
                new RawHttp(passport.port("gateway"), PEER),
                attemptsWithSession(spoofer.visitor().token()),
                (attempt, response) -> becameAnotherUser(attempt, response, spoofer.id()));
        assertThat(accepted)
                .as("accepted of %s headers at every route", table.size())
                .isEmpty();
        spoofer.assertSignedIn();
        victim.assertSignedIn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify-service", "user-service", "media-service"})
    void headerWhenSentToAServicesPortThenForbidden(String service) {
        List<SpoofAttempt> attempts = oneEach("", RouteTarget.everything().toList());
        var accepted = accepted(
                new RawHttp(passport.port(service), PEER), attempts, (attempt, response) -> !isRefused(response, 403));
        assertThat(accepted).as("accepted of %s", attempts.size()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "verify-service", "user-service", "media-service"})
    void headerWhenSentToAManagementPortThenForbiddenOrNotFound(String service) {
        List<SpoofAttempt> attempts = oneEach(
                "",
                RouteTarget.everything().filter(target -> !target.isHealth()).toList());
        var accepted = accepted(
                new RawHttp(passport.managementPort(service), PEER),
                attempts,
                (attempt, response) -> !isRefused(response, 403) && !isRefused(response, 404));
        assertThat(accepted).as("accepted of %s", attempts.size()).isEmpty();
    }

    /** The gateway's log has the real address, and no counter in Redis has a claimed one. */
    private void assertFromPeer(Collection<String> requestIds) throws IOException {
        assertThat(requestIds).hasSizeGreaterThan(table.size() * RouteTarget.ALL.size() * 9 / 10);
        await().untilAsserted(() -> assertThat(logged(requestIds)).hasSize(requestIds.size()));
        assertThat(logged(requestIds)).allMatch(line -> line.contains(MASKED_PEER));
        assertThat(passport.redis().everything().toString())
                .contains(PEER)
                .doesNotContain(SpoofedHeader.CLAIMED_ADDRESS, "2001:db8:dead");
    }

    private List<SpoofAttempt> attempts(String token, List<RouteTarget> targets) {
        assertThat(table).hasSizeGreaterThan(200);
        return table.stream()
                .flatMap(spoof -> targets.stream()
                        .map(target -> new SpoofAttempt(spoof, target, token, NUMBERS.incrementAndGet())))
                .toList();
    }

    /** Each header at every route that names the user, and at one of the others in turn. */
    private List<SpoofAttempt> attemptsWithSession(String token) {
        Map<Boolean, List<RouteTarget>> targets =
                RouteTarget.ALL.stream().collect(Collectors.partitioningBy(RouteTarget::namesTheUser));
        return Stream.concat(attempts(token, targets.get(true)).stream(), oneEach(token, targets.get(false)).stream())
                .toList();
    }

    /** Each header at one target, in turn. */
    private List<SpoofAttempt> oneEach(String token, List<RouteTarget> targets) {
        assertThat(table).hasSizeGreaterThan(targets.size());
        return IntStream.range(0, table.size())
                .mapToObj(i -> new SpoofAttempt(
                        table.get(i), targets.get(i % targets.size()), token, NUMBERS.incrementAndGet()))
                .toList();
    }

    /** Descriptions of the attempts with a wrong response. */
    private static List<String> accepted(
            RawHttp server, List<SpoofAttempt> attempts, BiPredicate<SpoofAttempt, ApiResponse> isWrong) {
        return callOnConnections(attempts, attempt -> {
                    ApiResponse response = attempt.at(server);
                    return isWrong.test(attempt, response)
                            ? attempt.target().path() + " with " + attempt.spoof() + ": " + response
                            : "";
                })
                .stream()
                .filter(description -> !description.isEmpty())
                .toList();
    }

    /** With few connections at a time. */
    private static <R> List<R> callOnConnections(List<SpoofAttempt> attempts, Function<SpoofAttempt, R> call) {
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            return attempts.stream()
                    .map(attempt -> CompletableFuture.supplyAsync(() -> call.apply(attempt), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    private static boolean gotMoreThanAnonymous(SpoofAttempt attempt, ApiResponse response) {
        if (response.status() == MALFORMED) {
            return false;
        }
        return attempt.target().personal() && !response.errno().equals(NOT_SIGNED_IN);
    }

    private boolean becameAnotherUser(SpoofAttempt attempt, ApiResponse response, long spoofer) {
        if (response.status() == MALFORMED) {
            return false;
        }
        if (new String(response.body(), StandardCharsets.ISO_8859_1).contains(victim.mobile())) {
            return true;
        }
        boolean lostOwnSession = attempt.spoof().bringsCookies()
                && attempt.target().personal()
                && response.errno().equals(NOT_SIGNED_IN);
        if (lostOwnSession
                || response.errno().equals(OTHER_USER)
                || !attempt.target().namesTheUser()) {
            return false;
        }
        return response.data().get("user_id").asLong() != spoofer;
    }

    private static boolean isRefused(ApiResponse response, int status) {
        return response.status() == MALFORMED || response.status() == status;
    }

    private List<String> logged(Collection<String> requestIds) throws IOException {
        return Files.readAllLines(passport.home().resolve("logs").resolve("gateway.log")).stream()
                .filter(line -> line.contains("[spoof-") && requestIds.contains(line.substring(line.lastIndexOf('['))))
                .toList();
    }
}
