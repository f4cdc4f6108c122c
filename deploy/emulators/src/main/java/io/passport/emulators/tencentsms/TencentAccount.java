package io.passport.emulators.tencentsms;

import io.passport.emulators.tencentcloud.TencentCredential;
import java.util.Map;

/**
 * The one application that this Tencent Cloud knows.
 *
 * @param owner who may send in its name
 * @param sdkAppId its id
 * @param signName the one approved sender's name
 * @param templateId the one approved template
 */
public record TencentAccount(TencentCredential owner, String sdkAppId, String signName, String templateId) {

    /** From {@code PASSPORT_TENCENT_*}, else the values that the local profile has. */
    public static TencentAccount from(Map<String, String> environment) {
        return new TencentAccount(
                new TencentCredential(
                        environment.getOrDefault("PASSPORT_TENCENT_SECRET_ID", "local-only-tencent-id"),
                        environment.getOrDefault("PASSPORT_TENCENT_SECRET_KEY", "local-only-tencent-key")),
                environment.getOrDefault("PASSPORT_TENCENT_SDK_APP_ID", "1400000001"),
                environment.getOrDefault("PASSPORT_TENCENT_SIGN_NAME", "通行证"),
                environment.getOrDefault("PASSPORT_TENCENT_TEMPLATE_ID", "100001"));
    }
}
