# Writes OUTPUT, a C++ source that defines embedded_catalogue() with the FILES (a list joined by '|'). Run at build time:
#   cmake -DOUTPUT=x.cpp -DFILES=a.md|b.md -P embed.cmake
string(REPLACE "|" ";" files "${FILES}")
set(arrays "")
set(entries "")
set(count 0)
foreach(file IN LISTS files)
  get_filename_component(name "${file}" NAME)
  file(READ "${file}" hex HEX)
  string(REGEX REPLACE "(................................)" "\\1\n" hex "${hex}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
  string(APPEND arrays "constexpr char file_${count}[] = {\n${bytes}'\\0'};\n")
  string(APPEND entries "    {\"${name}\", {file_${count}, sizeof file_${count} - 1}},\n")
  math(EXPR count "${count} + 1")
endforeach()
file(WRITE "${OUTPUT}" "// Made by embed.cmake.
#include \"embedded_catalogue.h\"

#include <array>

namespace loopline::lessons {
namespace {

${arrays}
constexpr std::array<EmbeddedFile, ${count}> files{{
${entries}}};

}  // namespace

std::span<const EmbeddedFile> embedded_catalogue() { return files; }

}  // namespace loopline::lessons
")
