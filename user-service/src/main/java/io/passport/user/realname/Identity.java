package io.passport.user.realname;

import io.passport.common.api.ApiException;

/** A real name with its identity number: who somebody is. */
record Identity(RealName realName, IdCardNumber idCard) {
    Identity {
        if (realName == null || idCard == null) {
            throw ApiException.badParameter("参数不完整");
        }
    }
}
