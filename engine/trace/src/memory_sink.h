// Keeps the newest run in memory, or nothing at all.
#pragma once

#include "sink.h"

namespace loopline::trace {

class Recorder::MemorySink final : public Recorder::Sink {
 public:
  explicit MemorySink(Keep keep) : m_keep(keep) {}

  std::unique_ptr<Chunk> take() override;
  void put(std::unique_ptr<Chunk> chunk) override;
  bool takes_parts() const noexcept override { return false; }  // EventColumns is filled in whole blocks
  Status flush() override { return Done{}; }
  Status close() override { return Done{}; }
  bool ok() const noexcept override { return true; }
  std::optional<Error> error() const override { return {}; }
  RunData take_run() override;

 private:
  void keep(Chunk& chunk);

  Keep m_keep;
  std::unique_ptr<Chunk> m_spare;
  RunData m_data;
  StringTable m_strings;  // of all runs so far
};

}  // namespace loopline::trace
