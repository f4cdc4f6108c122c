package io.passport.emulators.faults;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** What a fault strikes: one provider, or all that send SMS. In JSON the names are in lower case. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum Target {
    /** Yuntongxun's SMS. */
    YUNTONGXUN,
    /** Aliyun's SMS. */
    ALIYUN,
    /** Tencent Cloud's SMS. */
    TENCENT,
    /** The three above. */
    SMS,
    /** Qiniu's uc, upload and rs hosts; downloads go on. */
    QINIU,
    /** Tencent Cloud's check of name and id card. */
    IDCHECK;

    boolean covers(Target provider) {
        return switch (this) {
            case SMS -> provider == YUNTONGXUN || provider == ALIYUN || provider == TENCENT;
            default -> this == provider;
        };
    }
}
