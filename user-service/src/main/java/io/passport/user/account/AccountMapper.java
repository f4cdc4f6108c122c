package io.passport.user.account;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.time.LocalDateTime;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/**
 * The statements of {@link Accounts}. An update returns 1, or 0 when no account has this id, or its version, hash or mobile
 * number is another one by now. They throw {@code DataAccessException} when the database is unavailable.
 */
@Mapper
interface AccountMapper extends BaseMapper<AccountRow> {

    @Select("SELECT * FROM account WHERE mobile_index = #{index}")
    @Nullable
    AccountRow findByMobileIndex(@Param("index") byte[] index);

    /** Reads the row and locks it until the caller's transaction ends. */
    @Select("SELECT * FROM account WHERE id = #{id} FOR UPDATE")
    @Nullable
    AccountRow lock(@Param("id") long id);

    @Update("UPDATE account SET name = #{name}, name_key = #{key} WHERE id = #{id}")
    int rename(@Param("id") long id, @Param("name") @Nullable String name, @Param("key") @Nullable String key);

    @Update("UPDATE account SET password_hash = #{hash} WHERE id = #{id} AND password_hash = #{before}")
    int rehash(@Param("id") long id, @Param("before") String before, @Param("hash") String hash);

    @Update("UPDATE account SET password_hash = #{hash}, credential_version = credential_version + 1"
            + " WHERE id = #{id} AND credential_version = #{version}")
    int changePassword(@Param("id") long id, @Param("version") int version, @Param("hash") String hash);

    @Update("UPDATE account SET password_hash = #{hash}, credential_version = credential_version + 1"
            + " WHERE id = #{id} AND mobile_index = #{index}")
    int resetPassword(@Param("id") long id, @Param("index") byte[] index, @Param("hash") String hash);

    @Update("UPDATE account SET mobile = #{mobile}, mobile_index = #{index},"
            + " credential_version = credential_version + 1 WHERE id = #{id} AND credential_version = #{version}")
    int changeMobile(
            @Param("id") long id,
            @Param("version") int version,
            @Param("mobile") String mobile,
            @Param("index") byte[] index);

    @Update("UPDATE account SET signed_in_at = #{at} WHERE id = #{id} AND credential_version = #{credentialVersion}")
    int recordSignIn(
            @Param("id") long id, @Param("credentialVersion") int credentialVersion, @Param("at") LocalDateTime at);

    @Update("UPDATE account SET avatar_url = #{url} WHERE id = #{id}")
    int setAvatar(@Param("id") long id, @Param("url") @Nullable String url);
}
