package io.passport.acceptance.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Answer;
import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.RawHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Every header of the table, at every route and at every service's own port: none is accepted. */
@AgainstPassport
class SpoofKitIT {

    /** An address that is nobody's else, and as it stands in the gateway's log. */
    private static final String PEER = "127.2.0.1";

    private static final String MASKED_PEER = " from 127.2.0.* ";
    private static final String NOBODY = "4101";
    private static final int MALFORMED = 400;
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Passport passport;
    private final Member victim;
    private final List<Spoof> table;

    SpoofKitIT(Passport passport) {
        this.passport = passport;
        this.victim = Member.of(passport);
        this.table = Spoof.allAgainst(victim);
    }

    /** So that none is forgotten which a feature adds. */
    @ParameterizedTest
    @CsvSource({"verify-service, 3", "user-service, 10", "media-service, 1"})
    void operationsWhenAServiceDescribesThemThenTheyAreAmongTheRoutes(String service, int atLeast) {
        var paths = new JsonMapper()
                .readTree(new RawHttp(passport.port("gateway"))
                        .get("/docs/" + service)
                        .body())
                .get("paths");
        List<String> described = paths.propertyStream()
                .flatMap(path -> path.getValue().propertyNames().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .toList();
        assertThat(described).hasSizeGreaterThanOrEqualTo(atLeast).allMatch(SpoofKitIT::isAmongTheRoutes);
    }

    private static boolean isAmongTheRoutes(String operation) {
        String[] parts = operation.split(" ", 2);
        return Target.everyOperation().stream().anyMatch(target -> target.is(parts[0], parts[1]));
    }

    @Test
    void headerAtEveryRouteWhenNobodyIsSignedInThenHeStaysNobodyAndWhereHeIs() throws IOException {
        List<Attempt> attempts = attempts("", Target.everyOperation());
        Collection<String> arrived = new ConcurrentLinkedQueue<>();
        var accepted = accepted(new RawHttp(passport.port("gateway"), PEER), attempts, (attempt, answer) -> {
            if (answer.status() != MALFORMED) {
                arrived.add("[" + attempt.requestId() + "]");
            }
            return gotMoreThanNobodyMay(attempt, answer);
        });
        assertThat(accepted).as("accepted of %s", attempts.size()).isEmpty();
        cameFromThePeer(arrived);
        victim.isSignedIn();
    }

    @Test
    void headerAtEveryRouteWhenSomebodyIsSignedInThenHeStaysHimself() {
        Member spoofer = Member.of(passport);
        var accepted = accepted(
                new RawHttp(passport.port("gateway"), PEER),
                attempts(spoofer.visitor().token(), Target.ALL),
                (attempt, answer) -> becameSomebodyElse(attempt, answer, spoofer.id()));
        assertThat(accepted)
                .as("accepted of %s headers at every route", table.size())
                .isEmpty();
        spoofer.isSignedIn();
        victim.isSignedIn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify-service", "user-service", "media-service"})
    void headerDirectlyAtAServicesPortThenForbidden(String service) {
        List<Attempt> attempts = attempts("", Target.everything().toList());
        var accepted = accepted(
                new RawHttp(passport.port(service), PEER), attempts, (attempt, answer) -> !isRefused(answer, 403));
        assertThat(accepted).as("accepted of %s", attempts.size()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "verify-service", "user-service", "media-service"})
    void headerDirectlyAtAManagementPortThenNothingIsThere(String service) {
        List<Attempt> attempts = attempts(
                "", Target.everything().filter(target -> !target.isHealth()).toList());
        var accepted = accepted(
                new RawHttp(passport.managementPort(service), PEER),
                attempts,
                (attempt, answer) -> !isRefused(answer, 403) && !isRefused(answer, 404));
        assertThat(accepted).as("accepted of %s", attempts.size()).isEmpty();
    }

    /** The gateway said so in its log, and nobody counts by another address. */
    private void cameFromThePeer(Collection<String> requestIds) throws IOException {
        assertThat(requestIds).hasSizeGreaterThan(table.size() * Target.ALL.size() * 9 / 10);
        await().untilAsserted(() -> assertThat(logged(requestIds)).hasSize(requestIds.size()));
        assertThat(logged(requestIds)).allMatch(line -> line.contains(MASKED_PEER));
        assertThat(passport.redis().everything().toString())
                .contains(PEER)
                .doesNotContain(Spoof.CLAIMED_ADDRESS, "2001:db8:dead");
    }

    private List<Attempt> attempts(String token, List<Target> targets) {
        assertThat(table).hasSizeGreaterThan(200);
        return table.stream()
                .flatMap(spoof ->
                        targets.stream().map(target -> new Attempt(spoof, target, token, NUMBERS.incrementAndGet())))
                .toList();
    }

    /** Those whose answer is as it must not be. */
    private static List<String> accepted(RawHttp server, List<Attempt> attempts, BiPredicate<Attempt, Answer> isWrong) {
        return attempts.parallelStream()
                .map(attempt -> {
                    Answer answer = attempt.at(server);
                    return isWrong.test(attempt, answer)
                            ? attempt.target().path() + " with " + attempt.spoof() + ": " + answer
                            : "";
                })
                .filter(description -> !description.isEmpty())
                .toList();
    }

    private static boolean gotMoreThanNobodyMay(Attempt attempt, Answer answer) {
        if (answer.status() == MALFORMED) {
            return false;
        }
        return attempt.target().whose() && !answer.errno().equals(NOBODY);
    }

    private boolean becameSomebodyElse(Attempt attempt, Answer answer, long spoofer) {
        if (answer.status() == MALFORMED) {
            return false;
        }
        if (new String(answer.body(), StandardCharsets.ISO_8859_1).contains(victim.mobile())) {
            return true;
        }
        boolean lostHisOwn = attempt.spoof().bringsCookies()
                && attempt.target().whose()
                && answer.errno().equals(NOBODY);
        if (lostHisOwn || !attempt.target().namesTheUser()) {
            return false;
        }
        return answer.data().get("user_id").asLong() != spoofer;
    }

    private static boolean isRefused(Answer answer, int status) {
        return answer.status() == MALFORMED || answer.status() == status;
    }

    private List<String> logged(Collection<String> requestIds) throws IOException {
        return Files.readAllLines(passport.home().resolve("logs").resolve("gateway.log")).stream()
                .filter(line -> line.contains("[spoof-") && requestIds.contains(line.substring(line.lastIndexOf('['))))
                .toList();
    }
}
