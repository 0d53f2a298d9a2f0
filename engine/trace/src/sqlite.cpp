#include "sqlite.h"

#include <sqlite3.h>

#include <climits>
#include <utility>

namespace loopline::trace {
namespace {

// The one process-wide setting: counting SQLite's memory would put a mutex and a tenth of the time on every insert.
// It must happen before SQLite is first used, so every connection comes through here.
void configure_once() {
  static const int result = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(result);  // fails only if somebody else has started SQLite; then nothing is lost but time
}

std::string utf8(const std::filesystem::path& path) {
  const std::u8string text = path.u8string();
  return {text.begin(), text.end()};
}

Error explain(int code, const std::string& name, const std::string& detail) {
  switch (code & 0xff) {
    case SQLITE_FULL: return {ErrorCode::cannot_write, name + " could not be written: the disk is full."};
    case SQLITE_READONLY:
    case SQLITE_PERM: return {ErrorCode::cannot_write, name + " could not be written: no permission."};
    case SQLITE_IOERR:
      return {ErrorCode::cannot_write, name + ": the disk or the file system gave an error (" + detail + ")."};
    case SQLITE_NOTADB: return {ErrorCode::not_a_recording, name + " is not a Loopline recording."};
    case SQLITE_CORRUPT:
      return {ErrorCode::damaged, name + " is damaged (" + detail + "): what it recorded cannot be read completely."};
    case SQLITE_CANTOPEN: return {ErrorCode::cannot_open, name + " could not be opened (" + detail + ")."};
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return {ErrorCode::busy, name + " is in use by another program. Try again when it is done."};
    default: return {ErrorCode::damaged, name + " could not be used: " + detail + "."};
  }
}

// ---- chunk_rows: a table over the events of a chunk

struct ChunkTable {
  sqlite3_vtab base;
  const EventFeed* feed;
};
struct ChunkCursor {
  sqlite3_vtab_cursor base;
  const Event* at;
  const Event* end;
};

int chunk_connect(sqlite3* database, void* feed, int, const char* const*, sqlite3_vtab** table, char**) {
  const int code = sqlite3_declare_vtab(database, "CREATE TABLE x(time, kind, task, a, b, c, d)");
  if (code != SQLITE_OK) return code;
  *table = &(new ChunkTable{{}, static_cast<const EventFeed*>(feed)})->base;
  return SQLITE_OK;
}
int chunk_disconnect(sqlite3_vtab* table) {
  delete reinterpret_cast<ChunkTable*>(table);
  return SQLITE_OK;
}
int chunk_plan(sqlite3_vtab*, sqlite3_index_info*) { return SQLITE_OK; }
int chunk_open(sqlite3_vtab*, sqlite3_vtab_cursor** cursor) {
  *cursor = &(new ChunkCursor{})->base;
  return SQLITE_OK;
}
int chunk_close(sqlite3_vtab_cursor* cursor) {
  delete reinterpret_cast<ChunkCursor*>(cursor);
  return SQLITE_OK;
}
int chunk_filter(sqlite3_vtab_cursor* cursor, int, const char*, int, sqlite3_value**) {
  auto* chunk = reinterpret_cast<ChunkCursor*>(cursor);
  const EventFeed& feed = *reinterpret_cast<ChunkTable*>(cursor->pVtab)->feed;
  chunk->at = feed.data();
  chunk->end = feed.data() + feed.size();
  return SQLITE_OK;
}
int chunk_next(sqlite3_vtab_cursor* cursor) {
  ++reinterpret_cast<ChunkCursor*>(cursor)->at;
  return SQLITE_OK;
}
int chunk_at_end(sqlite3_vtab_cursor* cursor) {
  const auto* chunk = reinterpret_cast<ChunkCursor*>(cursor);
  return chunk->at == chunk->end;
}
int chunk_column(sqlite3_vtab_cursor* cursor, sqlite3_context* context, int column) {
  const Event& event = *reinterpret_cast<ChunkCursor*>(cursor)->at;
  switch (column) {
    case 0: sqlite3_result_int64(context, event.time); break;
    case 1: sqlite3_result_int(context, static_cast<int>(event.kind)); break;
    case 2: sqlite3_result_int64(context, event.task); break;
    case 3: sqlite3_result_int64(context, event.a); break;
    case 4: sqlite3_result_int64(context, event.b); break;
    case 5: sqlite3_result_int64(context, event.c); break;
    default: sqlite3_result_int64(context, event.d); break;
  }
  return SQLITE_OK;
}
int chunk_rowid(sqlite3_vtab_cursor*, sqlite3_int64* rowid) {
  *rowid = 0;  // asked for by nobody: the rows are only ever inserted elsewhere
  return SQLITE_OK;
}

constexpr sqlite3_module make_chunk_module() {
  sqlite3_module module{};
  module.iVersion = 1;  // no xCreate: the table is there without CREATE VIRTUAL TABLE
  module.xConnect = chunk_connect;
  module.xBestIndex = chunk_plan;
  module.xDisconnect = chunk_disconnect;
  module.xOpen = chunk_open;
  module.xClose = chunk_close;
  module.xFilter = chunk_filter;
  module.xNext = chunk_next;
  module.xEof = chunk_at_end;
  module.xColumn = chunk_column;
  module.xRowid = chunk_rowid;
  return module;
}
constexpr sqlite3_module kChunkModule = make_chunk_module();

// ---- collect: rows to a C++ object, several times quicker than a step and seven calls a row

void collect_step(sqlite3_context* context, int, sqlite3_value** columns) {
  auto* rows = static_cast<std::int64_t*>(sqlite3_aggregate_context(context, sizeof(std::int64_t)));
  if (rows == nullptr) return sqlite3_result_error_nomem(context);
  ++*rows;
  std::int64_t values[7];
  for (int i = 0; i < 7; ++i) values[i] = sqlite3_value_int64(columns[i]);
  (*static_cast<EventCollector* const*>(sqlite3_user_data(context)))->row(values);
}
void collect_end(sqlite3_context* context) {
  const auto* rows = static_cast<const std::int64_t*>(sqlite3_aggregate_context(context, 0));
  sqlite3_result_int64(context, rows != nullptr ? *rows : 0);
}

}  // namespace

std::string quoted(const std::filesystem::path& path) { return "“" + utf8(path.filename()) + "”"; }

// ---- Statement

Statement::Statement(Database& database, std::string_view sql) : m_database(database) {
  if (database.failed()) return;
  database.check(sqlite3_prepare_v3(database.handle(), sql.data(), static_cast<int>(sql.size()),
                                    SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr));
}
Statement::~Statement() { sqlite3_finalize(m_statement); }

Statement& Statement::bind(int parameter, std::int64_t value) {
  if (!m_database.failed()) m_database.check(sqlite3_bind_int64(m_statement, parameter, value));
  return *this;
}
Statement& Statement::bind(int parameter, std::string_view text) {
  if (m_database.failed()) return *this;
  const char* data = text.data() != nullptr ? text.data() : "";  // a null pointer would bind NULL
  m_database.check(sqlite3_bind_text64(m_statement, parameter, data, text.size(), SQLITE_STATIC, SQLITE_UTF8));
  return *this;
}
Statement& Statement::bind(int parameter, std::span<const std::uint8_t> blob) {
  if (m_database.failed()) return *this;
  const void* data = blob.empty() ? static_cast<const void*>("") : blob.data();
  m_database.check(sqlite3_bind_blob64(m_statement, parameter, data, blob.size(), SQLITE_STATIC));
  return *this;
}

bool Statement::step() {
  if (m_database.failed()) return false;
  const int code = sqlite3_step(m_statement);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) m_database.check(code);
  sqlite3_reset(m_statement);
  return false;
}
void Statement::run() {
  while (step()) {
  }
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(m_statement, column); }
std::string_view Statement::text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
  if (data == nullptr) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}
std::span<const std::uint8_t> Statement::blob(int column) const {
  const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_statement, column));
  if (data == nullptr) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}
bool Statement::is_null(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }

// ---- Database

Database::Database(const std::filesystem::path& path, Mode mode) {
  configure_once();
  m_name = quoted(path);
  int flags = SQLITE_OPEN_NOMUTEX;
  if (mode == Mode::read) flags |= SQLITE_OPEN_READONLY;
  if (mode == Mode::write) flags |= SQLITE_OPEN_READWRITE;
  if (mode == Mode::create) flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  check(sqlite3_open_v2(utf8(path).c_str(), &m_handle, flags, nullptr));
}
Database::~Database() { sqlite3_close(m_handle); }

void Database::check(int code) {
  if (code == SQLITE_OK || failed()) return;
  const char* detail = m_handle != nullptr ? sqlite3_errmsg(m_handle) : sqlite3_errstr(code);
  m_error = explain(code, m_name, detail);
}
void Database::fail(Error error) {
  if (!failed()) m_error = std::move(error);
}

void Database::execute(const std::string& sql) {
  if (!failed()) check(sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr));
}
std::int64_t Database::integer(std::string_view sql) {
  Statement statement(*this, sql);
  return statement.step() ? statement.integer(0) : 0;
}
std::int64_t Database::last_rowid() const { return sqlite3_last_insert_rowid(m_handle); }

namespace {
sqlite3_file* file_of(sqlite3* database) {
  sqlite3_file* file = nullptr;
  sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  return file != nullptr && file->pMethods != nullptr ? file : nullptr;
}
}  // namespace

bool Database::read_raw(std::uint64_t offset, std::span<std::uint8_t> bytes) const {
  sqlite3_file* file = file_of(m_handle);
  return file != nullptr && file->pMethods->xRead(file, bytes.data(), static_cast<int>(bytes.size()),
                                                  static_cast<sqlite3_int64>(offset)) == SQLITE_OK;
}
std::uint64_t Database::file_size() const {
  sqlite3_file* file = file_of(m_handle);
  sqlite3_int64 size = 0;
  if (file == nullptr || file->pMethods->xFileSize(file, &size) != SQLITE_OK) return 0;
  return static_cast<std::uint64_t>(size);
}

void Database::provide_chunk_rows(const EventFeed* feed) {
  if (failed()) return;
  check(sqlite3_create_module(m_handle, "chunk_rows", &kChunkModule, const_cast<EventFeed*>(feed)));
}
void Database::provide_collect(EventCollector* const* collector) {
  if (failed()) return;
  check(sqlite3_create_function_v2(m_handle, "collect", 7, SQLITE_UTF8, const_cast<EventCollector**>(collector),
                                   nullptr, collect_step, collect_end, nullptr));
}

// ---- Blob

Blob::Blob(Database& database, const char* table, const char* column, std::int64_t row) {
  if (sqlite3_blob_open(database.handle(), "main", table, column, row, 0, &m_blob) != SQLITE_OK) m_blob = nullptr;
}
Blob::~Blob() { sqlite3_blob_close(m_blob); }

std::uint64_t Blob::size() const {
  return m_blob == nullptr ? 0 : static_cast<std::uint64_t>(sqlite3_blob_bytes(m_blob));
}
bool Blob::read(std::uint64_t offset, std::span<std::uint8_t> bytes) const {
  return m_blob != nullptr &&
         sqlite3_blob_read(m_blob, bytes.data(), static_cast<int>(bytes.size()), static_cast<int>(offset)) == SQLITE_OK;
}

// ---- Transaction

Transaction::Transaction(Database& database, const char* begin) : m_database(database), m_open(!database.failed()) {
  database.execute(begin);
}
Transaction::~Transaction() {
  if (m_open) sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}
void Transaction::commit() {
  m_database.execute("COMMIT");
  if (!m_database.failed()) m_open = false;
}

}  // namespace loopline::trace
