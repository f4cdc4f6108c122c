package io.passport.emulators.sms.yuntongxun;

import java.util.Map;

/**
 * The only account of this emulator, which refuses every other account, application and template.
 *
 * @param sid the account's id, in the URL and in {@code Authorization}
 * @param token the account's secret, part of the signed text
 * @param appId the only application
 * @param templateId the only template, digits
 */
record YuntongxunAccount(String sid, String token, String appId, String templateId) {

    /**
     * Reads the account from {@code PASSPORT_YUNTONGXUN_*}. A missing variable has the value of the local profile. The values are
     * not checked.
     */
    static YuntongxunAccount from(Map<String, String> environment) {
        return new YuntongxunAccount(
                environment.getOrDefault("PASSPORT_YUNTONGXUN_ACCOUNT_SID", "local-only-yuntongxun-account"),
                environment.getOrDefault("PASSPORT_YUNTONGXUN_AUTH_TOKEN", "local-only-yuntongxun-token"),
                environment.getOrDefault("PASSPORT_YUNTONGXUN_APP_ID", "local-only-yuntongxun-app"),
                environment.getOrDefault("PASSPORT_YUNTONGXUN_TEMPLATE_ID", "1"));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "YuntongxunAccount[" + sid + "]";
    }
}
