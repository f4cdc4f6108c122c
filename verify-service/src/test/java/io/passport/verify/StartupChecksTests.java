package io.passport.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.passport.testing.startupcheck.AbstractStartupChecksTests;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartupChecksTests extends AbstractStartupChecksTests {

    @Override
    protected int port() {
        return 8081;
    }

    @Override
    protected List<String> keys() {
        return List.of(
                "passport.internal-calls.caller-keys.gateway",
                "passport.internal-calls.caller-keys.user-service",
                "passport.internal-calls.caller-keys.operator",
                "passport.sms-code.secret");
    }

    @Override
    protected List<String> passwords() {
        return List.of("passport.sms-ledger.database-password", "spring.data.redis.password");
    }

    @Override
    protected List<String> credentials() {
        return List.of(
                "passport.yuntongxun.account-sid",
                "passport.yuntongxun.auth-token",
                "passport.yuntongxun.app-id",
                "passport.aliyun.access-key-id",
                "passport.aliyun.access-key-secret",
                "passport.tencent.secret-id",
                "passport.tencent.secret-key");
    }

    @Override
    protected List<String> safeSettings() {
        return List.of("passport.sms.providers=yuntongxun,aliyun,tencent");
    }

    @Test
    void startWhenAVendorIsNotUsedThenItsCredentialsAreNotRequired() {
        assertThat(start(
                        "passport.sms.providers=aliyun",
                        "passport.yuntongxun.auth-token=",
                        "passport.tencent.secret-id="))
                .isTrue();
    }

    @Test
    void startWhenVendorsAreAListThenTheirCredentialsAreRequired() {
        assertThatThrownBy(() -> start(
                        "passport.sms.providers[0]=aliyun",
                        "passport.sms.providers[1]=tencent/0",
                        "passport.aliyun.access-key-secret=",
                        "passport.tencent.secret-id="))
                .message()
                .hasLineCount(2)
                .contains("passport.aliyun.access-key-secret: is empty", "passport.tencent.secret-id: is empty");
    }
}
