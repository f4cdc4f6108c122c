package io.passport.user.activity;

import java.time.LocalDateTime;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** The table {@code activity}. The statements throw {@code DataAccessException} when the database is unavailable. */
@Mapper
interface ActivityMapper {

    @Insert("INSERT INTO activity (account_id, at, event, result, address, device)"
            + " VALUES (#{accountId}, #{at}, #{event}, #{result}, #{address}, #{device})")
    int insert(
            @Param("accountId") long accountId,
            @Param("at") LocalDateTime at,
            @Param("event") String event,
            @Param("result") String result,
            @Param("address") String encryptedAddress,
            @Param("device") String encryptedDevice);

    @Delete("DELETE FROM activity WHERE at < #{before} LIMIT #{max}")
    int deleteOlderThan(@Param("before") LocalDateTime before, @Param("max") int max);
}
