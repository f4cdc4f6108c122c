package io.passport.user.registration;

import static java.util.Objects.requireNonNull;

import io.passport.common.personal.Mobile;
import io.passport.common.wire.ErrorCode;
import io.passport.common.wire.Refusal;
import io.passport.user.remote.TimeLimits;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.client.circuitbreaker.NoFallbackAvailableException;
import org.springframework.stereotype.Component;

/** Takes SMS codes for registration, and gives one back when what it was taken for failed. */
@Component
class SmsCodes {

    private static final Logger LOG = LoggerFactory.getLogger(SmsCodes.class);
    private static final String REGISTER = "register";

    private final VerifyService verifyService;

    SmsCodes(
            VerifyService verifyService,
            TimeLimits limits,
            @Value("${spring.cloud.openfeign.client.config.default.connect-timeout}") long connectMillis,
            @Value("${spring.cloud.openfeign.client.config.default.read-timeout}") long readMillis) {
        limits.check(
                "spring.cloud.openfeign.client.config.default",
                Duration.ofMillis(connectMillis + readMillis),
                "verify-service");
        this.verifyService = verifyService;
    }

    /**
     * Takes the code: from now on nobody else can.
     *
     * @return the ticket to give it back with
     * @throws Refusal {@code 4002} expired, {@code 4004} wrong, {@code 4001} could not be looked up, {@code 4301}
     *     verify-service is away
     */
    String take(Mobile mobile, SmsCode code) {
        VerifyService.Taken taken = ask(mobile, code);
        return switch (taken.outcome()) {
            case "TAKEN" -> requireNonNull(taken.ticket());
            case "EXPIRED" -> throw Refusal.of(ErrorCode.NODATA, "短信验证码已过期");
            case "WRONG" -> throw Refusal.of(ErrorCode.DATAERR, "短信验证码错误");
            case null, default -> throw Refusal.of(ErrorCode.DBERR, RegistrationController.STORAGE_FAILED);
        };
    }

    /** Makes a taken code good again for its remaining time, as far as verify-service can be reached. */
    void giveBack(Mobile mobile, String ticket) {
        try {
            verifyService.giveBack(new VerifyService.GiveBack(REGISTER, mobile.number(), ticket));
        } catch (NoFallbackAvailableException away) {
            LOG.warn("Could not give the SMS code of {} back", mobile, away);
        }
    }

    private VerifyService.Taken ask(Mobile mobile, SmsCode code) {
        try {
            return verifyService.take(new VerifyService.Take(REGISTER, mobile.number(), code.digits()));
        } catch (NoFallbackAvailableException away) {
            LOG.warn("verify-service is away", away);
            throw Refusal.of(ErrorCode.THIRDERR, "短信验证服务暂不可用");
        }
    }
}
