package io.passport.emulators.yuntongxun;

import java.util.Map;

/**
 * The one customer that this Yuntongxun knows.
 *
 * @param sid the account's id, part of the URL and of {@code Authorization}
 * @param token the account's secret, part of what is signed
 * @param appId the one application
 * @param templateId the one template, digits
 */
public record YuntongxunAccount(String sid, String token, String appId, String templateId) {

    /** From {@code PASSPORT_YUNTONGXUN_*}, else the values that the local profile has. */
    public static YuntongxunAccount from(Map<String, String> environment) {
        return new YuntongxunAccount(
                environment.getOrDefault("PASSPORT_YUNTONGXUN_ACCOUNT_SID", "local-only-yuntongxun-account"),
                environment.getOrDefault("PASSPORT_YUNTONGXUN_AUTH_TOKEN", "local-only-yuntongxun-token"),
                environment.getOrDefault("PASSPORT_YUNTONGXUN_APP_ID", "local-only-yuntongxun-app"),
                environment.getOrDefault("PASSPORT_YUNTONGXUN_TEMPLATE_ID", "1"));
    }

    @Override
    public String toString() {
        return "YuntongxunAccount[" + sid + "]";
    }
}
