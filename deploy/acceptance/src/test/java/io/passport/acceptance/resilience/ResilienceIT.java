package io.passport.acceptance.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.Part;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Answer;
import io.passport.acceptance.visitor.Downloads;
import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.Pictures;
import io.passport.acceptance.visitor.Profile;
import io.passport.acceptance.visitor.Visitor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Instances and the launcher end while Passport is in use. One after the other: each takes something away. */
@AgainstPassport
@Order(Integer.MAX_VALUE - 1)
@TestMethodOrder(OrderAnnotation.class)
class ResilienceIT {

    private static final int CONNECTIONS = 32;
    private static final int SOME = 500;
    /** A few seconds, on a machine that has nothing else to do. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final Duration LONG = Duration.ofSeconds(60);

    private final Passport passport;

    ResilienceIT(Passport passport) {
        this.passport = passport;
    }

    @Test
    @Order(1)
    void readsWhenOneOfTwoInstancesIsToldToEndThenNoneFails() {
        Member member = Member.of(passport);
        Part leaving = passport.part("user-service-2");
        try (Readers readers = Readers.of(passport, member, CONNECTIONS)) {
            await().atMost(LONG).until(() -> readers.succeeded() > SOME);
            leaving.terminate();
            await().atMost(Duration.ofSeconds(30)).until(() -> leaving.process().isEmpty());
            int before = readers.succeeded();
            await().atMost(LONG).until(() -> readers.succeeded() > before + SOME);
            assertThat(readers.failures()).isEmpty();
        }
    }

    @Test
    @Order(2)
    void launcherWhenKilledThenNoProcessIsLeftAndTheNextHasTheData() {
        Member member = Member.of(passport);
        member.visitor().rename("Survivor " + member.id()).isOk();
        member.visitor()
                .verify(passport.secrets().newRealName(), passport.secrets().newIdCard())
                .isOk();
        member.visitor().uploadAvatar(Pictures.of("png", 40, 30)).isOk("头像上传成功");
        String profile = member.visitor().profile().data().toString();
        String verified = member.visitor().verified().data().toString();
        killTheLauncher();
        passport.upAgain();
        assertThat(member.visitor().profile().isOk().data()).hasToString(profile);
        assertThat(member.visitor().verified().isOk().data()).hasToString(verified);
        Downloads.from(Profile.in(member.visitor().profile()).text("avatar_url"));
        Visitor.of(passport).logIn(member.mobile(), member.password()).isOk();
    }

    @Test
    @Order(3)
    void callsWhenOneOfTwoInstancesIsKilledThenTheyGoOnThroughTheOther() {
        Member member = Member.of(passport);
        passport.part("user-service-2").kill();
        await().atMost(SOON).pollDelay(Duration.ZERO).ignoreExceptions().untilAsserted(() -> {
            for (int i = 0; i < 20; i++) {
                member.visitor().profile().isOk();
            }
            member.visitor().rename("Still here " + member.id()).isOk();
        });
        Visitor.of(passport).logIn(member.mobile(), member.password()).isOk();
        Member.of(passport).isSignedIn();
    }

    @Test
    @Order(4)
    void uploadWhenNobodyIsThereToTakeItThenUnavailableAndTheRestGoesOn() {
        Member member = Member.of(passport);
        passport.part("media-service").kill();
        await().atMost(SOON).pollDelay(Duration.ZERO).ignoreExceptions().untilAsserted(() -> {
            Answer answer = member.visitor().uploadAvatar(Pictures.of("png", 40, 30));
            answer.isTurnedAway(503);
            assertThat(Integer.parseInt(answer.header("retry-after"))).isPositive();
        });
        member.isSignedIn();
    }

    private void killTheLauncher() {
        List<Part> parts = passport.parts();
        assertThat(parts).extracting(Part::name).contains("redis", "mariadb", "nacos", "gateway", "user-service");
        List<ProcessHandle> processes =
                parts.stream().flatMap(part -> part.process().stream()).toList();
        passport.part("launcher").kill();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(processes).noneMatch(ProcessHandle::isAlive);
            assertThat(ProcessHandle.allProcesses()
                            .map(process -> process.info().commandLine().orElse("")))
                    .noneMatch(command -> command.contains(passport.home().toString()));
        });
    }
}
