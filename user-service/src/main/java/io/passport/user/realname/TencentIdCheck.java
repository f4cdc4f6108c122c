package io.passport.user.realname;

import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.client.circuitbreaker.CircuitBreaker;
import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tencent Cloud faceid, {@code IdCardVerification} of 2018-03-01, by the vendor's client. The circuit breaker
 * {@code id-check} limits the time of a call. A call that fails or takes too long, an unknown answer and an open breaker give
 * {@code 4301}.
 */
@Component
class TencentIdCheck implements IdCheck {

    private static final String BREAKER = "id-check";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Logger LOG = LoggerFactory.getLogger(TencentIdCheck.class);

    private final CommonClient client;
    private final CircuitBreaker breaker;

    TencentIdCheck(IdCheckProperties properties, CircuitBreakerFactory<?, ?> breakers) {
        this.client = properties.api().client();
        this.breaker = breakers.create(BREAKER);
    }

    @Override
    public boolean matches(Identity identity) {
        return breaker.run(() -> requestMatch(identity), failure -> {
            LOG.warn("The identity check failed", failure);
            throw ApiException.of(ErrorCode.THIRDERR, "实名核验服务暂不可用");
        });
    }

    private boolean requestMatch(Identity identity) {
        String request = JSON.writeValueAsString(Map.of(
                "Name", identity.realName().text(), "IdCard", identity.idCard().number()));
        try {
            String result = JSON.readTree(client.call("IdCardVerification", request))
                    .at("/Response/Result")
                    .asString();
            return switch (result) {
                case "0" -> true;
                // not the same, no such number, no such name, no record
                case "-1", "-2", "-3", "-5" -> false;
                default -> throw new IllegalStateException("The identity check answered " + result);
            };
        } catch (TencentCloudSDKException e) {
            throw new IllegalStateException("The identity check answered " + e.getErrorCode(), e);
        }
    }
}
