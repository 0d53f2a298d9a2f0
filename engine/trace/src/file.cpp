#include "trace/file.h"

#include <fcntl.h>
#include <unistd.h>

#include <system_error>

#include "sqlite.h"

namespace loopline::trace {
namespace {

using std::filesystem::path;

// Removes a half-made copy however the function is left.
class Discard {
 public:
  explicit Discard(path file) : m_file(std::move(file)) {}
  ~Discard() {
    std::error_code ignored;
    if (!m_file.empty()) std::filesystem::remove(m_file, ignored);
  }
  Discard(const Discard&) = delete;
  Discard& operator=(const Discard&) = delete;
  void keep() { m_file.clear(); }

 private:
  path m_file;
};

// To the disk, so that the rename that follows never puts an empty file in place of a good one after a power cut.
bool synchronise(const path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool done = ::fsync(descriptor) == 0;
  return ::close(descriptor) == 0 && done;
}

template <class T>
Result<T> result_of(const Database& database, T value) {
  if (database.failed()) return database.error();
  return value;
}

bool is_recording(Database& database) { return database.integer("PRAGMA application_id") == kApplicationId; }

// Opens a recording to change it; waits a little while somebody else does.
void prepare_to_write(Database& database) {
  database.execute("PRAGMA busy_timeout = 2000");
  if (!is_recording(database)) {  // which an earlier error outweighs
    database.fail({ErrorCode::not_a_recording, database.name() + " is not a Loopline recording."});
  }
}

}  // namespace

Status save_copy(const path& from, const path& to, bool overwrite) {
  std::error_code error;
  if (std::filesystem::exists(to, error) && !overwrite) {
    return Error{ErrorCode::already_exists, quoted(to) + " exists already. Choose another name, or replace it."};
  }
  Database database(from, Database::Mode::read);
  const bool recording = is_recording(database);
  if (database.failed()) return database.error();
  if (!recording) return Error{ErrorCode::not_a_recording, quoted(from) + " is not a Loopline recording."};
  path half = to;
  half += ".part";
  std::filesystem::remove(half, error);
  Discard discard(half);
  {
    Statement vacuum(database, "VACUUM INTO ?");
    const std::u8string name = half.u8string();
    vacuum.bind(1, std::string_view(reinterpret_cast<const char*>(name.data()), name.size())).run();
  }
  if (database.failed()) {
    if (database.error().code != ErrorCode::cannot_open) return database.error();
    return Error{ErrorCode::cannot_write, quoted(to) + " could not be written: " + database.error().message};
  }
  if (!synchronise(half))
    return Error{ErrorCode::cannot_write, quoted(to) + " could not be written: the disk gave an error."};
  std::filesystem::rename(half, to, error);
  if (error) {
    return Error{ErrorCode::cannot_write, quoted(to) + " could not be written: " + error.message() + "."};
  }
  discard.keep();
  return Done{};
}

Result<std::int64_t> save_annotation(const path& file, const Annotation& annotation) {
  Database database(file, Database::Mode::write);
  prepare_to_write(database);
  std::int64_t id = annotation.id;
  {
    Statement insert(database, "INSERT OR REPLACE INTO annotation VALUES(nullif(?, 0), ?, ?, ?, ?, ?)");
    insert.bind(1, annotation.id).bind(2, std::int64_t{annotation.run});
    insert.bind(3, static_cast<std::int64_t>(annotation.event)).bind(4, annotation.time);
    insert.bind(5, std::string_view(annotation.kind)).bind(6, std::string_view(annotation.text)).run();
    if (!database.failed() && id == 0) id = database.last_rowid();
  }
  return result_of(database, id);
}

Status remove_annotation(const path& file, std::int64_t id) {
  Database database(file, Database::Mode::write);
  prepare_to_write(database);
  {
    Statement statement(database, "DELETE FROM annotation WHERE id = ?");
    statement.bind(1, id).run();
  }
  return result_of(database, Done{});
}

Status save_derived(const path& file, RunId run, std::int64_t version, std::span<const DerivedPart> parts) {
  Database database(file, Database::Mode::write);
  prepare_to_write(database);
  Transaction transaction(database, "BEGIN IMMEDIATE");
  {
    Statement remove(database, "DELETE FROM derived WHERE run = ?");
    remove.bind(1, std::int64_t{run}).run();
    Statement insert(database, "INSERT INTO derived VALUES(?, ?, ?, ?)");
    for (const DerivedPart& part : parts) {
      insert.bind(1, std::int64_t{run}).bind(2, part.kind).bind(3, version).bind(4, part.data).run();
    }
  }
  transaction.commit();
  return result_of(database, Done{});
}

}  // namespace loopline::trace
