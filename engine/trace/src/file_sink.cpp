#include "file_sink.h"

#include <system_error>
#include <utility>

#include "chunk_writer.h"
#include "schema.h"

namespace loopline::trace {
namespace {

// An old recording goes with its companions, which would otherwise be taken for the new file's.
void remove_file(const std::filesystem::path& path) {
  std::error_code ignored;
  for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
    std::filesystem::path companion = path;
    companion += suffix;
    std::filesystem::remove(companion, ignored);
  }
}

}  // namespace

Result<std::unique_ptr<Recorder::Sink>> Recorder::FileSink::create(const std::filesystem::path& path,
                                                                   const RecorderOptions& options) {
  std::error_code ignored;
  const std::filesystem::file_status status = std::filesystem::status(path, ignored);
  if (std::filesystem::is_directory(status)) {
    return Error{ErrorCode::cannot_open, quoted(path) + " is a folder; name a file to record into."};
  }
  if (std::filesystem::exists(status)) {
    if (!options.overwrite) {
      return Error{ErrorCode::already_exists, quoted(path) + " exists already. Choose another name, or replace it."};
    }
    if (std::filesystem::is_regular_file(status)) remove_file(path);
  }

  auto database = std::make_unique<Database>(path, Database::Mode::create);
  create_schema(*database, options.program);
  // Only now: what a killed run leaves behind has at least its tables in the file itself.
  database->execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
  if (database->failed()) return database->error();
  std::unique_ptr<Sink> sink(new FileSink(std::move(database), std::max<std::size_t>(options.chunks, 2)));
  if (!sink->ok()) return *sink->error();
  return sink;
}

Recorder::FileSink::FileSink(std::unique_ptr<Database> database, std::size_t chunks)
    : m_database(std::move(database)), m_writer(std::make_unique<ChunkWriter>(*m_database)) {
  m_empty.resize(chunks);  // made when first taken: a short run needs one or two
  note_error();
  m_thread = std::thread([this] { write_all(); });
}

Recorder::FileSink::~FileSink() { static_cast<void>(close()); }

std::unique_ptr<Recorder::Chunk> Recorder::FileSink::take() {
  std::unique_ptr<Chunk> chunk;
  {
    std::unique_lock lock(m_mutex);
    m_room.wait(lock, [this] { return !m_empty.empty(); });
    chunk = std::move(m_empty.back());
    m_empty.pop_back();
  }
  return chunk ? std::move(chunk) : std::make_unique<Chunk>();
}

void Recorder::FileSink::put(std::unique_ptr<Chunk> chunk) {
  {
    const std::lock_guard lock(m_mutex);
    m_full.push_back(std::move(chunk));
    ++m_in_flight;
  }
  m_work.notify_one();
}

void Recorder::FileSink::write_all() {
  std::unique_lock lock(m_mutex);
  for (;;) {
    m_work.wait(lock, [this] { return m_done || !m_full.empty(); });
    if (m_full.empty()) return;
    std::unique_ptr<Chunk> chunk = std::move(m_full.front());
    m_full.pop_front();
    const bool last_for_now = m_full.empty();
    lock.unlock();
    write(*chunk);
    chunk->clear();
    ++m_uncommitted;
    const std::size_t waiting = m_uncommitted;
    const bool committed = last_for_now || waiting >= kChunksPerTransaction;
    if (committed) commit();
    lock.lock();
    if (committed) m_in_flight -= waiting;
    m_empty.push_back(std::move(chunk));
    m_room.notify_one();
  }
}

void Recorder::FileSink::write(Chunk& chunk) {
  if (m_uncommitted == 0) m_database->execute("BEGIN IMMEDIATE");
  if (chunk.begin) m_writer->begin_run(chunk.run, *chunk.begin);
  m_writer->rows(chunk.run, chunk.rows);
  m_writer->events({chunk.events.get(), chunk.count});
  if (chunk.end) m_writer->end_run(chunk.run, chunk.end->state, chunk.end->text);
}

void Recorder::FileSink::commit() {
  m_database->execute("COMMIT");  // does nothing after an error; SQLite has rolled back or will when it is closed
  m_uncommitted = 0;
  note_error();
}

void Recorder::FileSink::note_error() {
  if (!m_database->failed() || m_failed.load(std::memory_order_relaxed)) return;
  const std::lock_guard lock(m_mutex);
  m_error = m_database->error();
  m_failed.store(true, std::memory_order_relaxed);
}

std::optional<Error> Recorder::FileSink::error() const {
  const std::lock_guard lock(m_mutex);
  return m_error;
}

Status Recorder::FileSink::status() const {
  if (std::optional<Error> error = this->error()) return *std::move(error);
  return Done{};
}

Status Recorder::FileSink::flush() {
  {
    std::unique_lock lock(m_mutex);
    m_room.wait(lock, [this] { return m_in_flight == 0; });
  }
  return status();
}

Status Recorder::FileSink::close() {
  if (m_closed) return status();
  m_closed = true;
  {
    const std::lock_guard lock(m_mutex);
    m_done = true;
  }
  m_work.notify_one();
  m_thread.join();
  m_writer.reset();
  if (!m_database->failed()) {
    m_database->execute("PRAGMA wal_checkpoint(TRUNCATE)");
    note_error();
    m_database->execute("PRAGMA journal_mode = DELETE");
    // Another connection keeps the file in WAL mode: nothing is lost, the last one to leave tidies up.
    if (m_database->failed() && m_database->error().code == ErrorCode::busy) m_database->clear_error();
    note_error();
  }
  m_database.reset();
  return status();
}

}  // namespace loopline::trace
