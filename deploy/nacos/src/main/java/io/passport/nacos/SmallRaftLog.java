package io.passport.nacos;

import com.alipay.sofa.jraft.storage.impl.RocksDBLogStorage;
import com.alipay.sofa.jraft.util.StorageOptionsFactory;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.RocksDB;

/** RocksDB settings for JRaft's log: by default each Raft group takes about 150 MB of disk, which one machine does not need. */
final class SmallRaftLog {
    private static final long MIB = 1 << 20;

    private SmallRaftLog() {}

    /** Must run before the first Raft group opens its log. */
    @SuppressWarnings("deprecation") // its successor needs a cache object that outlives the table
    static void register() {
        RocksDB.loadLibrary();
        var log = RocksDBLogStorage.class;
        StorageOptionsFactory.registerRocksDBOptions(
                log, StorageOptionsFactory.getDefaultRocksDBOptions().setMaxTotalWalSize(8 * MIB));
        StorageOptionsFactory.registerRocksDBColumnFamilyOptions(
                log,
                StorageOptionsFactory.getDefaultRocksDBColumnFamilyOptions().setWriteBufferSize(MIB));
        StorageOptionsFactory.registerRocksDBTableFormatConfig(
                log, new BlockBasedTableConfig().setBlockSize(4096).setBlockCacheSize(MIB));
    }
}
