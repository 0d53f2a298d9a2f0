// How fast can events be put into an SQLite file?
//
//   sql_write FILE N [key=value ...]
//
// schema  rowid (default)  id INTEGER PRIMARY KEY, seven more INTEGER columns
//         strict           the same table, STRICT
//         notnull          the same, NOT NULL on every column
//         strictnn         STRICT and NOT NULL
//         norowid          WITHOUT ROWID
// source  bind (default)   prepared INSERT, one step per `batch` rows
//         vtab             INSERT ... SELECT from a virtual table over the chunk
//         json             INSERT ... SELECT from json_each (array of arrays)
//         xfer             INSERT ... SELECT from an identical in-memory table
//         pages            no SQL: leaf and interior pages of the table b-tree are
//                          encoded and written directly (the limit of the format)
//         raw64            no SQLite at all: 64-byte records through write()
//         blob64 / blobpack  one row per 4096 events holding a BLOB: raw records, or
//                          delta/varint packed (not queryable as a table)
// batch   rows per INSERT of source=bind (1)     chunk  events per vtab/json statement (4096)
// id      bind (default) | null  (let SQLite number the rows: bind and vtab only)
// journal wal (default) | off | memory | delete | truncate
// sync    off | normal (default) | full
// page    page size (4096)                       cache  cache_size in KiB (2000)
// tx      events per transaction, 0 = one (0)    lock   normal | exclusive (normal)
// index   none (default) | before | after        an index on time_ns
// pipe    0 | 1   the events come from a second thread through a queue of at most
//                 `depth` chunks (64), which are used again
// nomutex 1 | 0   open with SQLITE_OPEN_NOMUTEX (1)
// memstat 1 | 0   SQLITE_CONFIG_MEMSTATUS (1)    single 0 | 1  SQLITE_CONFIG_SINGLETHREAD
// autock  wal_autocheckpoint in pages (1000)
// keep    0 | 1   leave the file for sql_read
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "bench.hpp"
#include "event.hpp"

using u64 = std::uint64_t;
static std::map<std::string, std::string> g_opt;
static std::string opt(const char* k, const char* d) {
  auto it = g_opt.find(k);
  return it == g_opt.end() ? d : it->second;
}
static u64 num(const char* k, const char* d) { return std::strtoull(opt(k, d).c_str(), nullptr, 10); }

[[noreturn]] static void die(sqlite3* db, const char* what) {
  std::fprintf(stderr, "%s: %s\n", what, db ? sqlite3_errmsg(db) : "?");
  std::exit(1);
}
static void exec(sqlite3* db, std::string const& sql) {
  if (sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr)) die(db, sql.c_str());
}
static sqlite3_stmt* prepare(sqlite3* db, std::string const& sql) {
  sqlite3_stmt* s = nullptr;
  if (sqlite3_prepare_v3(db, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &s, nullptr)) die(db, sql.c_str());
  return s;
}
static void step_done(sqlite3* db, sqlite3_stmt* s) {
  if (sqlite3_step(s) != SQLITE_DONE) die(db, "step");
  sqlite3_reset(s);
}

// ------------------------------------------------------------ where events come from
struct Feed {
  const Event* chunk = nullptr;
  u64 n = 0;
  virtual bool next() = 0;
  virtual ~Feed() = default;
};
struct GenFeed : Feed {
  EventGen gen;
  u64 left, cap;
  std::vector<Event> buf;
  GenFeed(u64 total, u64 c) : left(total), cap(c), buf(c) {}
  bool next() override {
    n = left < cap ? left : cap;
    left -= n;
    for (u64 i = 0; i < n; ++i) gen.next(buf[i]);
    chunk = buf.data();
    return n != 0;
  }
};
struct PipeFeed : Feed {  // a producer thread, a bounded queue, chunks used again
  struct Chunk {
    std::unique_ptr<Event[]> e;
    u64 n;
  };
  std::mutex m;
  std::condition_variable cv, room;
  std::deque<Chunk> q, pool;
  bool done = false;
  Chunk cur{};
  u64 producer_cpu = 0, producer_wall = 0, peak = 0;
  std::thread th;
  PipeFeed(u64 total, u64 cap, u64 depth) {
    for (u64 i = 0; i < depth; ++i) pool.push_back({std::unique_ptr<Event[]>(new Event[cap]()), 0});
    th = std::thread([this, total, cap] {
      u64 c0 = bench::clock_ns(CLOCK_THREAD_CPUTIME_ID), w0 = bench::clock_ns(CLOCK_MONOTONIC);
      EventGen gen;
      for (u64 left = total; left;) {
        Chunk c{};
        {
          std::unique_lock g(m);
          room.wait(g, [&] { return !pool.empty(); });
          c = std::move(pool.back());  // the one used last: still in a cache
          pool.pop_back();
        }
        c.n = left < cap ? left : cap;
        left -= c.n;
        for (u64 i = 0; i < c.n; ++i) gen.next(c.e[i]);
        {
          std::lock_guard g(m);
          q.push_back(std::move(c));
          if (q.size() > peak) peak = q.size();
        }
        cv.notify_one();
      }
      {
        std::lock_guard g(m);
        done = true;
      }
      cv.notify_one();
      producer_cpu = bench::clock_ns(CLOCK_THREAD_CPUTIME_ID) - c0;
      producer_wall = bench::clock_ns(CLOCK_MONOTONIC) - w0;
    });
  }
  bool next() override {
    std::unique_lock l(m);
    if (cur.e) {
      pool.push_back(std::move(cur));
      room.notify_one();
    }
    cv.wait(l, [&] { return done || !q.empty(); });
    if (q.empty()) return false;
    cur = std::move(q.front());
    q.pop_front();
    chunk = cur.e.get();
    n = cur.n;
    return true;
  }
};

// ------------------------------------------------------------ the virtual table
struct VTab {
  sqlite3_vtab base;
  Feed* feed;
};
struct VCur {
  sqlite3_vtab_cursor base;
  const Event* at;
  const Event* end;
};
static sqlite3_module make_module() {
  sqlite3_module m{};
  m.iVersion = 1;
  m.xConnect = [](sqlite3* db, void* aux, int, const char* const*, sqlite3_vtab** out, char**) {
    int rc = sqlite3_declare_vtab(
        db, "CREATE TABLE x(id INT, time_ns INT, iteration INT, kind INT, task INT, other INT, handle INT, line INT)");
    if (rc) return rc;
    auto* t = static_cast<VTab*>(sqlite3_malloc(sizeof(VTab)));
    *t = VTab{{}, static_cast<Feed*>(aux)};
    *out = &t->base;
    return SQLITE_OK;
  };
  m.xBestIndex = [](sqlite3_vtab*, sqlite3_index_info* i) {
    i->estimatedCost = 1e6;
    return SQLITE_OK;
  };
  m.xDisconnect = [](sqlite3_vtab* t) {
    sqlite3_free(t);
    return SQLITE_OK;
  };
  m.xOpen = [](sqlite3_vtab*, sqlite3_vtab_cursor** c) {
    auto* p = static_cast<VCur*>(sqlite3_malloc(sizeof(VCur)));
    *p = {};
    *c = &p->base;
    return SQLITE_OK;
  };
  m.xClose = [](sqlite3_vtab_cursor* c) {
    sqlite3_free(c);
    return SQLITE_OK;
  };
  m.xFilter = [](sqlite3_vtab_cursor* c, int, const char*, int, sqlite3_value**) {
    auto* p = reinterpret_cast<VCur*>(c);
    Feed* f = reinterpret_cast<VTab*>(c->pVtab)->feed;
    p->at = f->chunk;
    p->end = f->chunk + f->n;
    return SQLITE_OK;
  };
  m.xNext = [](sqlite3_vtab_cursor* c) {
    ++reinterpret_cast<VCur*>(c)->at;
    return SQLITE_OK;
  };
  m.xEof = [](sqlite3_vtab_cursor* c) {
    auto* p = reinterpret_cast<VCur*>(c);
    return int(p->at == p->end);
  };
  m.xColumn = [](sqlite3_vtab_cursor* c, sqlite3_context* x, int col) {
    sqlite3_result_int64(x, (&reinterpret_cast<VCur*>(c)->at->id)[col]);
    return SQLITE_OK;
  };
  m.xRowid = [](sqlite3_vtab_cursor* c, sqlite3_int64* r) {
    *r = reinterpret_cast<VCur*>(c)->at->id;
    return SQLITE_OK;
  };
  return m;
}

// ------------------------------------------------------------ direct page writer
// A leaf cell is: payload length, rowid, header length, eight serial types, the
// values big-endian. Rows arrive in key order, so pages fill left to right.
struct PageWriter {
  int fd;
  u64 ps;
  unsigned next_page = 3;
  std::vector<unsigned char> out;  // pages waiting for write()
  std::vector<unsigned char> page;
  std::vector<std::pair<unsigned, std::int64_t>> level;  // (page number, largest rowid)
  u64 ncell = 0, top = 0;
  std::int64_t last = 0;

  PageWriter(int f, u64 p) : fd(f), ps(p), page(p), top(p) { out.reserve(1 << 20); }

  void flush() {
    for (u64 at = 0; at < out.size();) {
      ssize_t k = ::write(fd, out.data() + at, out.size() - at);
      if (k <= 0) die(nullptr, "write");
      at += u64(k);
    }
    out.clear();
  }
  unsigned emit(std::vector<unsigned char> const& pg) {
    if (u64(next_page - 1) * ps == (1u << 30)) {  // the lock-byte page stays empty
      out.insert(out.end(), ps, 0);
      ++next_page;
    }
    out.insert(out.end(), pg.begin(), pg.end());
    if (out.size() >= (1u << 20)) flush();
    return next_page++;
  }
  static void be16(unsigned char* p, u64 v) {
    p[0] = u8(v >> 8);
    p[1] = u8(v);
  }
  static void be32(unsigned char* p, u64 v) {
    be16(p, v >> 16 & 0xffff);
    be16(p + 2, v & 0xffff);
  }
  static unsigned char u8(u64 v) { return static_cast<unsigned char>(v); }
  static unsigned varint(unsigned char* p, u64 v) {
    if (v < 0x80) {
      p[0] = u8(v);
      return 1;
    }
    if (v < 0x4000) {
      p[0] = u8(v >> 7 | 0x80);
      p[1] = u8(v & 0x7f);
      return 2;
    }
    unsigned k = 2;
    while (k < 9 && v >> (7 * k)) ++k;
    if (k == 9) std::abort();  // not needed for these values
    for (unsigned i = 0; i < k; ++i) p[i] = u8((v >> (7 * (k - 1 - i)) & 0x7f) | (i + 1 < k ? 0x80 : 0));
    return k;
  }
  void end_leaf() {
    page[0] = 0x0d;
    be16(&page[1], 0);
    be16(&page[3], ncell);
    be16(&page[5], top & 0xffff);
    page[7] = 0;
    level.push_back({emit(page), last});
    ncell = 0;
    top = ps;
  }
  void add(Event const& e) {
    unsigned char rec[96];
    unsigned char* head = rec;
    unsigned char* body = rec + 9;
    head[0] = 9;
    head[1] = 0;  // id: NULL, the rowid stands for it
    const std::int64_t* v = &e.id;
    for (int c = 1; c < 8; ++c) {
      std::int64_t x = v[c];
      u64 mag = u64(x ^ (x >> 63));
      unsigned len, type;
      if (mag < 0x80) {
        if (u64(x) < 2) {
          head[c + 1] = u8(8 + u64(x));
          continue;
        }
        type = len = 1;
      } else if (mag < 0x8000)
        type = len = 2;
      else if (mag < 0x800000)
        type = len = 3;
      else if (mag < 0x80000000u)
        type = len = 4;
      else if (mag < 0x800000000000ull) {
        type = 5;
        len = 6;
      } else {
        type = 6;
        len = 8;
      }
      head[c + 1] = u8(type);
      u64 be = __builtin_bswap64(u64(x) << (64 - 8 * len));
      std::memcpy(body, &be, 8);
      body += len;
    }
    unsigned payload = unsigned(body - rec);
    unsigned char pre[12];
    unsigned k = varint(pre, payload);
    k += varint(pre + k, u64(e.id));
    u64 need = payload + k;
    if (top - need < 8 + 2 * (ncell + 1)) end_leaf();
    top -= need;
    std::memcpy(&page[top], pre, k);
    std::memcpy(&page[top + k], rec, payload);
    be16(&page[8 + 2 * ncell], top);
    ++ncell;
    last = e.id;
  }
  static void interior(std::vector<unsigned char>& pg, u64 ps, std::pair<unsigned, std::int64_t> const* c, u64 n) {
    std::fill(pg.begin(), pg.end(), 0);
    u64 at = ps;
    pg[0] = 0x05;
    for (u64 i = 0; i + 1 < n; ++i) {
      unsigned char cell[16];
      be32(cell, c[i].first);
      unsigned k = 4 + varint(cell + 4, u64(c[i].second));
      at -= k;
      std::memcpy(&pg[at], cell, k);
      be16(&pg[12 + 2 * i], at);
    }
    be16(&pg[3], n - 1);
    be16(&pg[5], at & 0xffff);
    be32(&pg[8], c[n - 1].first);
  }
  void finish() {
    if (ncell) end_leaf();
    if (level.size() < 2) die(nullptr, "pages: too few events");
    u64 fan = (ps - 12) / 15;  // 4 + up to 9 + 2 bytes a child, a little slack
    std::vector<unsigned char> pg(ps);
    while (level.size() > fan) {
      std::vector<std::pair<unsigned, std::int64_t>> up;
      for (u64 i = 0; i < level.size();) {
        u64 k = std::min<u64>(fan, level.size() - i);
        if (level.size() - i - k == 1) --k;  // never leave one child alone
        interior(pg, ps, &level[i], k);
        up.push_back({emit(pg), level[i + k - 1].second});
        i += k;
      }
      level.swap(up);
    }
    flush();
    interior(pg, ps, level.data(), level.size());
    if (pwrite(fd, pg.data(), ps, off_t(ps)) != ssize_t(ps)) die(nullptr, "pwrite");
    unsigned char size[4];
    be32(size, next_page - 1);
    if (pwrite(fd, size, 4, 28) != 4) die(nullptr, "pwrite");
  }
};

// ------------------------------------------------------------ main
int main(int argc, char** argv) {
  if (argc < 3) return 2;
  std::string file = argv[1];
  u64 n = std::strtoull(argv[2], nullptr, 10);
  for (int i = 3; i < argc; ++i) {
    std::string a = argv[i];
    auto eq = a.find('=');
    if (eq == std::string::npos) return 2;
    g_opt[a.substr(0, eq)] = a.substr(eq + 1);
  }
  for (const char* s : {"", "-wal", "-shm", "-journal"}) unlink((file + s).c_str());

  if (!num("memstat", "1")) sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  if (num("single", "0")) sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
  std::string schema = opt("schema", "rowid"), source = opt("source", "bind");
  u64 chunk = num("chunk", "4096"), batch = num("batch", "1"), tx = num("tx", "0");
  u64 ps = num("page", "4096");
  bool nn = schema == "notnull" || schema == "strictnn";
  std::string cols = "id INTEGER PRIMARY KEY";
  for (const char* c : {"time_ns", "iteration", "kind", "task", "other", "handle", "line"})
    cols += std::string(", ") + c + " INTEGER" + (nn ? " NOT NULL" : "");
  std::string tail = schema == "norowid" ? " WITHOUT ROWID" : schema.rfind("strict", 0) == 0 ? " STRICT" : "";
  std::string create = "CREATE TABLE ev(" + cols + ")" + tail;
  if (source.rfind("blob", 0) == 0)
    create = "CREATE TABLE ev(first_id INTEGER PRIMARY KEY, n INTEGER, t0 INTEGER, t1 INTEGER, data BLOB)";

  std::string journal = opt("journal", "wal"), sync = opt("sync", "normal");
  auto open = [&](std::string const& name) {
    sqlite3* db = nullptr;
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE |
                (num("nomutex", "1") ? SQLITE_OPEN_NOMUTEX : SQLITE_OPEN_FULLMUTEX);
    if (sqlite3_open_v2(name.c_str(), &db, flags, nullptr)) die(db, "open");
    return db;
  };
  sqlite3* db = open(file);
  exec(db, "PRAGMA page_size=" + std::to_string(ps));
  exec(db, "PRAGMA auto_vacuum=0");
  if (opt("lock", "normal") == "exclusive") exec(db, "PRAGMA locking_mode=EXCLUSIVE");
  exec(db, "PRAGMA journal_mode=" + (source == "pages" || source == "raw64" ? std::string("delete") : journal));
  exec(db, "PRAGMA synchronous=" + sync);
  exec(db, "PRAGMA cache_size=-" + opt("cache", "2000"));
  if (journal == "wal") exec(db, "PRAGMA wal_autocheckpoint=" + opt("autock", "1000"));
  exec(db, create);
  std::string index = opt("index", "none");
  if (index == "before") exec(db, "CREATE INDEX ev_time ON ev(time_ns)");

  std::unique_ptr<Feed> feed;
  PipeFeed* pipe = nullptr;
  std::string extra;

  if (source == "xfer") {  // fill the in-memory twin outside the measurement
    sqlite3* mem = open(":memory:");
    exec(mem, "PRAGMA page_size=" + std::to_string(ps));
    exec(mem, create);
    GenFeed g(n, 4096);
    sqlite3_stmt* s = prepare(mem, "INSERT INTO ev VALUES(?,?,?,?,?,?,?,?)");
    exec(mem, "BEGIN");
    while (g.next())
      for (u64 i = 0; i < g.n; ++i) {
        for (int c = 0; c < 8; ++c) sqlite3_bind_int64(s, c + 1, (&g.chunk[i].id)[c]);
        step_done(mem, s);
      }
    exec(mem, "COMMIT");
    sqlite3_finalize(s);
    sqlite3_close(db);
    exec(mem, "ATTACH '" + file + "' AS d");
    exec(mem, "PRAGMA d.synchronous=" + sync);
    exec(mem, "PRAGMA d.journal_mode=" + journal);
    exec(mem, "PRAGMA d.cache_size=-" + opt("cache", "2000"));
    db = mem;
  }

  bench::Stopwatch total;
  if (num("pipe", "0"))
    feed.reset(pipe = new PipeFeed(n, chunk, num("depth", "64")));
  else
    feed = std::make_unique<GenFeed>(n, chunk);

  u64 in_tx = 0;
  auto begin = [&] {
    exec(db, "BEGIN IMMEDIATE");
    in_tx = 0;
  };
  auto did = [&](u64 k) {
    in_tx += k;
    if (tx && in_tx >= tx) {
      exec(db, "COMMIT");
      begin();
    }
  };

  u64 ins_cpu, ins_wall;
  if (source == "raw64") {
    sqlite3_close(db);
    db = nullptr;
    int fd = ::open(file.c_str(), O_WRONLY | O_TRUNC);
    while (feed->next()) {
      ssize_t want = ssize_t(feed->n * sizeof(Event));
      if (::write(fd, feed->chunk, size_t(want)) != want) die(nullptr, "write");
    }
    if (sync != "off") fdatasync(fd);
    ins_cpu = total.cpu();
    ins_wall = total.wall();
    ::close(fd);
  } else if (source == "pages") {
    sqlite3_close(db);  // page 1 (schema) and page 2 (empty root) are on disk now
    db = nullptr;
    int fd = ::open(file.c_str(), O_RDWR);
    if (fd < 0 || lseek(fd, off_t(2 * ps), SEEK_SET) < 0) die(nullptr, "open");
    PageWriter w(fd, ps);
    while (feed->next())
      for (u64 i = 0; i < feed->n; ++i) w.add(feed->chunk[i]);
    w.finish();
    if (sync != "off") fdatasync(fd);
    ins_cpu = total.cpu();
    ins_wall = total.wall();
    ::close(fd);
  } else {
    begin();
    if (source == "bind") {
      std::string one = opt("id", "bind") == "null" ? "(NULL,?,?,?,?,?,?,?)" : "(?,?,?,?,?,?,?,?)";
      int first = opt("id", "bind") == "null" ? 1 : 0;
      auto make = [&](u64 k) {
        std::string sql = "INSERT INTO ev VALUES" + one;
        for (u64 i = 1; i < k; ++i) sql += "," + one;
        return prepare(db, sql);
      };
      sqlite3_stmt* s1 = make(1);
      sqlite3_stmt* sk = batch > 1 ? make(batch) : nullptr;
      while (feed->next()) {
        u64 i = 0;
        while (i < feed->n) {
          u64 k = sk && feed->n - i >= batch ? batch : 1;
          sqlite3_stmt* s = k > 1 ? sk : s1;
          int p = 1;
          for (u64 r = 0; r < k; ++r)
            for (int c = first; c < 8; ++c) sqlite3_bind_int64(s, p++, (&feed->chunk[i + r].id)[c]);
          step_done(db, s);
          i += k;
          did(k);
        }
      }
      sqlite3_finalize(s1);
      sqlite3_finalize(sk);
    } else if (source == "vtab") {
      static sqlite3_module mod = make_module();
      sqlite3_create_module(db, "chunk_rows", &mod, feed.get());
      sqlite3_stmt* s =
          prepare(db, opt("id", "bind") == "null"
                          ? "INSERT INTO ev(time_ns,iteration,kind,task,other,handle,line) "
                            "SELECT time_ns,iteration,kind,task,other,handle,line FROM chunk_rows"
                          : "INSERT INTO ev SELECT id,time_ns,iteration,kind,task,other,handle,line FROM chunk_rows");
      while (feed->next()) {
        step_done(db, s);
        did(feed->n);
      }
      sqlite3_finalize(s);
    } else if (source == "json") {
      sqlite3_stmt* s = prepare(db,
                                "INSERT INTO ev SELECT value->>0,value->>1,value->>2,value->>3,"
                                "value->>4,value->>5,value->>6,value->>7 FROM json_each(?)");
      std::string text;
      while (feed->next()) {
        text = "[";
        for (u64 i = 0; i < feed->n; ++i) {
          text += i ? ",[" : "[";
          for (int c = 0; c < 8; ++c) {
            if (c) text += ',';
            text += std::to_string((&feed->chunk[i].id)[c]);
          }
          text += ']';
        }
        text += ']';
        sqlite3_bind_text(s, 1, text.data(), int(text.size()), SQLITE_STATIC);
        step_done(db, s);
        did(feed->n);
      }
      sqlite3_finalize(s);
    } else if (source == "xfer") {
      exec(db, "INSERT INTO d.ev SELECT * FROM main.ev");
    } else if (source == "blob64" || source == "blobpack") {
      sqlite3_stmt* s = prepare(db, "INSERT INTO ev VALUES(?,?,?,?,?)");
      std::vector<unsigned char> buf(chunk * 72);
      while (feed->next()) {
        const Event* e = feed->chunk;
        sqlite3_bind_int64(s, 1, e[0].id);
        sqlite3_bind_int64(s, 2, sqlite3_int64(feed->n));
        sqlite3_bind_int64(s, 3, e[0].time_ns);
        sqlite3_bind_int64(s, 4, e[feed->n - 1].time_ns);
        if (source == "blob64") {
          sqlite3_bind_blob(s, 5, e, int(feed->n * sizeof(Event)), SQLITE_STATIC);
        } else {
          unsigned char* p = buf.data();
          Event prev{};
          for (u64 i = 0; i < feed->n; ++i) {
            p = pack(p, e[i], prev);
            prev = e[i];
          }
          sqlite3_bind_blob(s, 5, buf.data(), int(p - buf.data()), SQLITE_STATIC);
        }
        step_done(db, s);
        did(feed->n);
      }
      sqlite3_finalize(s);
    } else {
      bench::unsupported();
    }
    exec(db, "COMMIT");
    ins_cpu = total.cpu();
    ins_wall = total.wall();
  }
  struct stat st {};
  u64 wal = stat((file + "-wal").c_str(), &st) == 0 ? u64(st.st_size) : 0;
  u64 index_wall = 0;
  if (index == "after") {
    bench::Stopwatch w;
    if (!db) db = open(file);
    exec(db, "CREATE INDEX ev_time ON ev(time_ns)");
    index_wall = w.wall();
  }
  if (db && sqlite3_close(db)) die(db, "close");
  u64 cpu = total.cpu(), wall = total.wall();
  stat(file.c_str(), &st);
  char line[400];
  std::snprintf(line, sizeof line, "ins_cpu_ns=%llu ins_wall_ns=%llu bytes=%llu wal_bytes=%llu index_wall_ns=%llu",
                (unsigned long long)ins_cpu, (unsigned long long)ins_wall, (unsigned long long)st.st_size,
                (unsigned long long)wal, (unsigned long long)index_wall);
  extra = line;
  if (pipe) {
    pipe->th.join();
    std::snprintf(line, sizeof line, " producer_cpu_ns=%llu producer_wall_ns=%llu peak_chunks=%llu",
                  (unsigned long long)pipe->producer_cpu, (unsigned long long)pipe->producer_wall,
                  (unsigned long long)pipe->peak);
    extra += line;
  }
  bench::report(n, cpu, wall, extra);
  if (!num("keep", "0"))
    for (const char* s : {"", "-wal", "-shm", "-journal"}) unlink((file + s).c_str());
}
