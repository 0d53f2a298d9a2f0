// What a person has predicted, and whether it was so: a small SQLite file beside nothing else. Every answer is on the
// disk when add() returns, so a program that is killed loses none. One thread at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "trace/result.h"

namespace loopline::trace {

struct Answer {
  std::int64_t when = 0;  ///< seconds since 1970, as the caller's clock has it
  std::string lesson;     ///< a catalogue name or a file's path
  std::string scenario;
  std::string ask;       ///< "next-task", "next-print", "end-time" …, "quiz"
  std::string question;  ///< as it was put
  std::string given, right;
  bool correct = false;

  bool operator==(const Answer&) const = default;
};

struct Score {
  std::uint64_t asked = 0, correct = 0;

  bool operator==(const Score&) const = default;
};

class AnswerBook {
 public:
  /// Makes the file if there is none. One that is damaged or no such book is put aside (".damaged") and a new one
  /// begun.
  static Result<AnswerBook> open(const std::filesystem::path& path);
  ~AnswerBook();
  AnswerBook(AnswerBook&&) noexcept;
  AnswerBook& operator=(AnswerBook&&) noexcept;

  Status add(const Answer& answer);
  /// Oldest first; of one lesson, or (empty) of all.
  Result<std::vector<Answer>> answers(std::string_view lesson = {});
  Result<Score> score(std::string_view lesson = {});
  /// Forgets the answers of a lesson, or (empty) all of them.
  Status reset(std::string_view lesson = {});

 private:
  struct Data;
  explicit AnswerBook(std::unique_ptr<Data> data);

  std::unique_ptr<Data> m_data;
};

/// Comma-separated values with a line of headings, for spreadsheets.
std::string to_csv(const std::vector<Answer>& answers);

}  // namespace loopline::trace
