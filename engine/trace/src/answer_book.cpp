#include "trace/answer_book.h"

#include <optional>
#include <system_error>
#include <utility>

#include "sqlite.h"

namespace loopline::trace {

namespace {

constexpr std::int64_t kBookId = 0x4C4F4F41;  // "LOOA"
constexpr const char* kTable =
    "CREATE TABLE IF NOT EXISTS answer(id INTEGER PRIMARY KEY, at INTEGER NOT NULL, lesson TEXT NOT NULL, scenario "
    "TEXT NOT NULL, ask TEXT NOT NULL, question TEXT NOT NULL, given TEXT NOT NULL, correct_answer TEXT NOT NULL, "
    "correct INTEGER NOT NULL)";
constexpr const char* kIndex = "CREATE INDEX IF NOT EXISTS answer_of_lesson ON answer(lesson)";

Answer answer_in(const Statement& row) {
  return {.when = row.integer(0),
          .lesson = std::string(row.text(1)),
          .scenario = std::string(row.text(2)),
          .ask = std::string(row.text(3)),
          .question = std::string(row.text(4)),
          .given = std::string(row.text(5)),
          .right = std::string(row.text(6)),
          .correct = row.integer(7) != 0};
}

void add_field(std::string& csv, std::string_view text) {
  csv += '"';
  // What a spreadsheet would take for a formula is made plain text.
  if (!text.empty() && std::string_view("=+-@").find(text.front()) != std::string_view::npos) csv += '\'';
  for (const char c : text) {
    if (c == '"') csv += '"';
    csv += c;
  }
  csv += '"';
}

}  // namespace

struct AnswerBook::Data {
  explicit Data(const std::filesystem::path& path) : database(path, Database::Mode::create) {
    // A rollback journal, written through: slow for thousands, right for one answer in a while.
    database.execute("PRAGMA busy_timeout = 2000");
    const std::int64_t id = database.integer("PRAGMA application_id");
    const bool fresh = database.integer("SELECT count(*) FROM sqlite_master") == 0;
    if (!database.failed() && !fresh && id != kBookId) {
      database.fail({ErrorCode::not_a_recording, database.name() + " is not a book of answers."});
    }
    database.execute("PRAGMA synchronous = FULL");
    if (fresh) database.execute("PRAGMA application_id = " + std::to_string(kBookId));
    database.execute(kTable);
    database.execute(kIndex);
  }

  Status status() {
    if (!database.failed()) return Done{};
    Error error = database.error();
    database.clear_error();
    return error;
  }

  Database database;
};

AnswerBook::AnswerBook(std::unique_ptr<Data> data) : m_data(std::move(data)) {}
AnswerBook::~AnswerBook() = default;
AnswerBook::AnswerBook(AnswerBook&&) noexcept = default;
AnswerBook& AnswerBook::operator=(AnswerBook&&) noexcept = default;

Result<AnswerBook> AnswerBook::open(const std::filesystem::path& path) {
  std::error_code ignored;
  std::filesystem::create_directories(path.parent_path(), ignored);
  auto data = std::make_unique<Data>(path);
  if (Status status = data->status(); !status) {
    const ErrorCode code = status.error().code;
    if (code != ErrorCode::damaged && code != ErrorCode::not_a_recording) return status.error();
    data.reset();
    std::filesystem::path aside = path;
    aside += ".damaged";
    std::error_code failed;
    std::filesystem::rename(path, aside, failed);
    if (failed) return status.error();
    data = std::make_unique<Data>(path);
    if (Status again = data->status(); !again) return again.error();
  }
  return AnswerBook(std::move(data));
}

Status AnswerBook::add(const Answer& answer) {
  {
    Statement insert(m_data->database,
                     "INSERT INTO answer(at, lesson, scenario, ask, question, given, correct_answer, correct) "
                     "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    insert.bind(1, answer.when).bind(2, answer.lesson).bind(3, answer.scenario).bind(4, answer.ask);
    insert.bind(5, answer.question).bind(6, answer.given).bind(7, answer.right);
    insert.bind(8, std::int64_t{answer.correct ? 1 : 0});
    insert.run();
  }
  return m_data->status();
}

Result<std::vector<Answer>> AnswerBook::answers(std::string_view lesson) {
  std::vector<Answer> answers;
  {
    Statement select(m_data->database,
                     "SELECT at, lesson, scenario, ask, question, given, correct_answer, correct FROM answer "
                     "WHERE ?1 = '' OR lesson = ?1 ORDER BY id");
    select.bind(1, lesson);
    while (select.step()) answers.push_back(answer_in(select));
  }
  if (Status status = m_data->status(); !status) return status.error();
  return answers;
}

Result<Score> AnswerBook::score(std::string_view lesson) {
  Score score;
  {
    Statement select(m_data->database,
                     "SELECT count(*), coalesce(sum(correct), 0) FROM answer WHERE ?1 = '' OR lesson = ?1");
    select.bind(1, lesson);
    if (select.step()) {
      score = {static_cast<std::uint64_t>(select.integer(0)), static_cast<std::uint64_t>(select.integer(1))};
    }
  }
  if (Status status = m_data->status(); !status) return status.error();
  return score;
}

Status AnswerBook::reset(std::string_view lesson) {
  {
    Statement erase(m_data->database, "DELETE FROM answer WHERE ?1 = '' OR lesson = ?1");
    erase.bind(1, lesson);
    erase.run();
  }
  return m_data->status();
}

std::string to_csv(const std::vector<Answer>& answers) {
  std::string csv = "seconds since 1970,lesson,scenario,kind,question,answer,right answer,right\r\n";
  for (const Answer& answer : answers) {
    csv += std::to_string(answer.when);
    for (const std::string* text :
         {&answer.lesson, &answer.scenario, &answer.ask, &answer.question, &answer.given, &answer.right}) {
      csv += ',';
      add_field(csv, *text);
    }
    csv += answer.correct ? ",1\r\n" : ",0\r\n";
  }
  return csv;
}

}  // namespace loopline::trace
