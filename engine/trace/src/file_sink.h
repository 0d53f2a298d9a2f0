// The writer thread and its file.
#pragma once

#include <atomic>
#include <filesystem>

#include "sink.h"
#include "sqlite.h"

namespace loopline::trace {

class ChunkWriter;

/// The producer puts full chunks into a queue and takes empty ones; the writer thread does the opposite. Chunks are
/// used again, the one used last first, since it is likely still in a cache.
class Recorder::FileSink final : public Recorder::Sink {
 public:
  static Result<std::unique_ptr<Sink>> create(const std::filesystem::path& path, const RecorderOptions& options);
  ~FileSink() override;

  std::unique_ptr<Chunk> take() override;
  void put(std::unique_ptr<Chunk> chunk) override;
  bool takes_parts() const noexcept override { return true; }
  Status flush() override;
  Status close() override;
  bool ok() const noexcept override { return !m_failed.load(std::memory_order_relaxed); }
  std::optional<Error> error() const override;
  RunData take_run() override { return {}; }

 private:
  // Inserts are grouped into transactions of this many chunks; a quiet recorder commits at once.
  static constexpr std::size_t kChunksPerTransaction = 4;

  FileSink(std::unique_ptr<Database> database, std::size_t chunks);
  void write_all();  // the writer thread
  void write(Chunk& chunk);
  void commit();
  void note_error();
  Status status() const;

  std::unique_ptr<Database> m_database;  // used by the writer thread alone, until it is joined
  std::unique_ptr<ChunkWriter> m_writer;
  std::size_t m_uncommitted = 0;  // chunks in the open transaction; the writer thread's

  mutable std::mutex m_mutex;
  std::condition_variable m_work, m_room;  // for the writer; for the producer
  std::deque<std::unique_ptr<Chunk>> m_full;
  std::vector<std::unique_ptr<Chunk>> m_empty;
  std::size_t m_in_flight = 0;  // put and not yet committed
  bool m_done = false;
  std::optional<Error> m_error;
  std::atomic<bool> m_failed = false;

  bool m_closed = false;
  std::thread m_thread;
};

}  // namespace loopline::trace
