package io.passport.user.device;

import java.time.LocalDateTime;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/**
 * The statements of {@link Devices} on the table {@code device}. A single one is atomic; for several, the caller's
 * transaction must hold the account's row. They throw {@code DataAccessException} when the database is unavailable.
 */
@Mapper
interface DeviceMapper {

    @Select("SELECT COUNT(*) FROM device WHERE account_id = #{account} AND digest = #{digest}")
    boolean isThere(@Param("account") long account, @Param("digest") byte[] digest);

    @Update("UPDATE device SET last_seen_at = #{now}"
            + " WHERE account_id = #{account} AND digest = #{digest} AND last_seen_at < #{seenBefore}")
    int seen(
            @Param("account") long account,
            @Param("digest") byte[] digest,
            @Param("now") LocalDateTime now,
            @Param("seenBefore") LocalDateTime seenBefore);

    @Insert("INSERT INTO device (account_id, digest, last_seen_at) VALUES (#{account}, #{digest}, #{now})")
    int add(@Param("account") long account, @Param("digest") byte[] digest, @Param("now") LocalDateTime now);

    @Select("SELECT COUNT(*) FROM device WHERE account_id = #{account}")
    int count(@Param("account") long account);

    @Delete("DELETE FROM device WHERE account_id = #{account} ORDER BY last_seen_at LIMIT #{most}")
    int forgetOldest(@Param("account") long account, @Param("most") int most);

    @Delete("DELETE FROM device WHERE account_id = #{account} AND digest <> #{kept}")
    int forgetOthers(@Param("account") long account, @Param("kept") byte[] kept);

    @Delete("DELETE FROM device WHERE account_id = #{account}")
    int forgetAll(@Param("account") long account);
}
