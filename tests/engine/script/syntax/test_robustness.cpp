#include <QtTest>
#include <random>

#include "case_file.h"
#include "script/syntax/parser.h"

using namespace loopline::script;

namespace {

/// Whatever the bytes are, the answer is a tree or a mistake that has a place.
void check(std::string_view bytes) {
  for (const ParseResult& result : {parse_module(bytes, "case.py"), parse_expression(bytes)}) {
    if (result) continue;
    const Diagnostic& mistake = result.diagnostic();
    QVERIFY(!mistake.message.empty());
    QVERIFY(mistake.line >= 1);
    QVERIFY(mistake.column >= 0);
    QVERIFY(mistake.end_line >= mistake.line);
    QVERIFY(mistake.end_line > mistake.line || mistake.end_column == 0 || mistake.end_column >= mistake.column);
  }
}

std::vector<std::string> all_sources() {
  std::vector<std::string> sources;
  for (const char* file : {"trees.txt", "positions.txt", "errors.txt"}) {
    for (Case& each : read_cases(file)) sources.push_back(std::move(each.source));
  }
  return sources;
}

}  // namespace

class TestRobustness : public QObject {
  Q_OBJECT

 private slots:
  void every_beginning_of_every_case_has_an_answer() {
    const auto sources = all_sources();
    QVERIFY(!sources.empty());
    for (const std::string& source : sources) {
      for (std::size_t size = 0; size <= source.size(); ++size) check(std::string_view(source).substr(0, size));
    }
  }

  void every_case_with_a_byte_changed_has_an_answer() {
    std::mt19937 random(1);
    constexpr std::string_view bytes = "()[]{}:,;='\"\\\n\t #.*!f0x_\xC3\xA9\xFF\f\r@";
    for (std::string source : all_sources()) {
      for (std::size_t at = 0; at < source.size(); ++at) {
        const char kept = std::exchange(source[at], bytes[random() % bytes.size()]);
        check(source);
        source[at] = kept;
      }
    }
  }

  void random_bytes_have_an_answer() {
    std::mt19937 random(2);
    for (int round = 0; round < 20000; ++round) {
      std::string bytes(random() % 64, '\0');
      for (char& byte : bytes) byte = static_cast<char>(random());
      check(bytes);
    }
  }

  void random_tokens_have_an_answer() {
    std::mt19937 random(3);
    std::vector<std::string> words;
    for (const std::string& source : all_sources()) {
      for (std::size_t at = 0; at + 3 < source.size(); at += 3) words.push_back(source.substr(at, 3));
    }
    for (int round = 0; round < 20000; ++round) {
      std::string text;
      for (auto count = random() % 20; count > 0; --count)
        text += words[random() % words.size()] + (random() % 2 == 0 ? " " : "");
      check(text);
    }
  }

  void the_same_text_has_the_same_answer() {
    for (const std::string& source : all_sources()) {
      const ParseResult first = parse_module(source, "case.py");
      const ParseResult second = parse_module(source, "case.py");
      QCOMPARE(first.ok(), second.ok());
      if (!first) QCOMPARE(first.diagnostic().message, second.diagnostic().message);
    }
  }
};

QTEST_APPLESS_MAIN(TestRobustness)
#include "test_robustness.moc"
