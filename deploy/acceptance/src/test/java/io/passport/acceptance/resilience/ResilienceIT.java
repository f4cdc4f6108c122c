package io.passport.acceptance.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.passport.acceptance.DisruptivePassportTest;
import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.passport.PassportProcess;
import io.passport.acceptance.visitor.ApiResponse;
import io.passport.acceptance.visitor.Download;
import io.passport.acceptance.visitor.Pictures;
import io.passport.acceptance.visitor.Profile;
import io.passport.acceptance.visitor.RegisteredUser;
import io.passport.acceptance.visitor.Visitor;
import io.passport.acceptance.visitor.WrongCodes;
import io.passport.testing.concurrency.Simultaneously;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Instances and the launcher stop while Passport is in use. The tests run in order, since each removes something. */
@DisruptivePassportTest
@Order(Integer.MAX_VALUE - 1)
@TestMethodOrder(OrderAnnotation.class)
class ResilienceIT {

    private static final int CONNECTIONS = 32;
    private static final int SOME = 500;
    /** Allows for a busy machine; a quiet one needs a few seconds. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final Duration LONG = Duration.ofSeconds(60);

    private final LaunchedPassport passport;

    ResilienceIT(LaunchedPassport passport) {
        this.passport = passport;
    }

    @Test
    @Order(1)
    void readsWhenOneOfTwoInstancesStopsThenNoneFails() {
        RegisteredUser user = RegisteredUser.of(passport);
        PassportProcess leaving = passport.part("user-service-2");
        try (ConcurrentReaders readers = ConcurrentReaders.of(passport, user, CONNECTIONS)) {
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
    void launcherWhenKilledThenNoProcessIsLeftAndTheNextStartHasTheData() {
        RegisteredUser user = RegisteredUser.of(passport);
        user.visitor().changeName("Survivor " + user.id()).isOk();
        user.visitor()
                .verifyRealName(
                        passport.secrets().newRealName(), passport.secrets().newIdCard())
                .isOk();
        user.visitor().uploadAvatar(Pictures.of("png", 40, 30)).isOk("头像上传成功");
        String profile = user.visitor().profile().data().toString();
        String realNameOf = user.visitor().realName().data().toString();
        killTheLauncher();
        passport.upAgain();
        callFortyTimesAtOnce();
        assertThat(user.visitor().profile().isOk().data()).hasToString(profile);
        assertThat(user.visitor().realName().isOk().data()).hasToString(realNameOf);
        Download.from(Profile.in(user.visitor().profile()).text("avatar_url"));
        Visitor.of(passport).signIn(user.mobile(), user.password()).isOk();
    }

    @Test
    @Order(3)
    void callsWhenOneOfTwoInstancesIsKilledThenTheOtherAnswers() {
        RegisteredUser user = RegisteredUser.of(passport);
        passport.part("user-service-2").kill();
        await().atMost(SOON).pollDelay(Duration.ZERO).ignoreExceptions().untilAsserted(() -> {
            for (int i = 0; i < 20; i++) {
                user.visitor().profile().isOk();
            }
            user.visitor().changeName("Still here " + user.id()).isOk();
        });
        Visitor.of(passport).signIn(user.mobile(), user.password()).isOk();
        RegisteredUser.of(passport).assertSignedIn();
    }

    @Test
    @Order(4)
    void uploadWhenMediaServiceIsKilledThenUnavailableAndOtherOperationsWork() {
        RegisteredUser user = RegisteredUser.of(passport);
        passport.part("media-service").kill();
        await().atMost(SOON).pollDelay(Duration.ZERO).ignoreExceptions().untilAsserted(() -> {
            ApiResponse response = user.visitor().uploadAvatar(Pictures.of("png", 40, 30));
            response.isRejected(503);
            assertThat(Integer.parseInt(response.header("retry-after"))).isPositive();
        });
        user.assertSignedIn();
    }

    /** The first calls after a start: what libraries initialise at the first call, they initialise concurrently. */
    private void callFortyTimesAtOnce() {
        Simultaneously.call(40, i -> {
            Visitor visitor = Visitor.of(passport);
            String mobile = passport.secrets().newMobile();
            String wrongCode = WrongCodes.otherThan(visitor.smsCodeFor(mobile));
            return visitor.register(mobile, wrongCode, passport.secrets().newPassword())
                    .isError("4004");
        });
    }

    private void killTheLauncher() {
        List<PassportProcess> parts = passport.parts();
        assertThat(parts)
                .extracting(PassportProcess::name)
                .contains("redis", "mariadb", "nacos", "gateway", "user-service");
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
