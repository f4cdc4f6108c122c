package io.passport.user.smscode;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.common.pii.Mobile;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.client.circuitbreaker.NoFallbackAvailableException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Consumes SMS codes for registration, sign-in, password reset and change of mobile number. One code can be used for one
 * action only. If the action fails, the code can be used again until it expires, unless the error is {@code 4003} (DATAEXIST)
 * or {@code 4104} (USERERR).
 */
@Component
public class SmsCodes {

    private static final Logger LOG = LoggerFactory.getLogger(SmsCodes.class);

    /** These errors tell the caller whether the number has an account, so the code stays consumed. */
    private static final Set<ErrorCode> KEEP_CONSUMED = EnumSet.of(ErrorCode.DATAEXIST, ErrorCode.USERERR);

    private final VerifyServiceClient verifyService;
    private final SmsCodeRelease release;

    SmsCodes(VerifyServiceClient verifyService, SmsCodeRelease release) {
        this.verifyService = verifyService;
        this.release = release;
    }

    /**
     * Consumes the code, so that no other request can use it, and then runs the action. When the action throws, the code is
     * released, unless the error is {@code 4003} (DATAEXIST) or {@code 4104} (USERERR). A release that fails is only logged:
     * the code stays consumed, and the user must request another one.
     *
     * @return what the action returns
     * @throws ApiException {@code 4002} expired, {@code 4004} wrong, {@code 4301} verify-service is unavailable or too slow;
     *     or the action's own
     * @throws org.springframework.dao.DataAccessException when verify-service could not check the code, since its Redis is
     *     unavailable; or the action's own
     */
    public <T> T consume(Purpose purpose, Mobile mobile, SmsCode code, Supplier<T> action) {
        CodeReservation reservation = CodeReservation.of(purpose, mobile, code);
        consume(reservation);
        try {
            return action.get();
        } catch (RuntimeException failed) {
            if (!keepsConsumed(failed)) {
                release.release(reservation);
            }
            throw failed;
        }
    }

    private void consume(CodeReservation code) {
        switch (askVerifyService(code)) {
            case CONSUMED -> {}
            case EXPIRED -> throw ApiException.of(ErrorCode.NODATA, "短信验证码已过期");
            case WRONG -> throw ApiException.of(ErrorCode.DATAERR, "短信验证码错误");
            case UNKNOWN -> {
                release.release(code);
                throw new DataAccessResourceFailureException("verify-service could not check an SMS code");
            }
        }
    }

    private VerifyServiceClient.Outcome askVerifyService(CodeReservation code) {
        try {
            return verifyService.consume(code.consumeRequest()).outcome();
        } catch (NoFallbackAvailableException unavailable) {
            LOG.warn("verify-service is unavailable", unavailable);
            release.release(code);
            throw ApiException.of(ErrorCode.THIRDERR, "短信验证服务暂不可用");
        }
    }

    private static boolean keepsConsumed(RuntimeException failed) {
        return failed instanceof ApiException rejection && KEEP_CONSUMED.contains(rejection.code());
    }
}
