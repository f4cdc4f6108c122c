package io.passport.user.realname;

import io.passport.common.api.ApiException;

/** A real name and its identity number. */
record Identity(RealName realName, IdCardNumber idCard) {
    Identity {
        if (realName == null || idCard == null) {
            throw ApiException.badParameter("参数不完整");
        }
    }
}
