/** Texts that a careless writer of files would take for its own markup. Every format must give them back as they are. */
export const hostile = [
  '#import "@preview/x:1.0.0": * #read("/etc/passwd") #panic("нет") $ x^2 $ `код` ```блок``` *не жирно* _и не курсив_',
  '= Не заголовок == и не он <метка> @ссылка https://e.example/a_b \\ // не примечание /* и это */ #{ } [ ] ~ -- --- ... "кавычки"',
  '<script>alert(1)</script> <!-- нет --> ]]> </style> &amp; &lt; &#1053; <img src=x onerror=alert(1)>',
  '1. не пункт',
  '- и не пункт + * | таблица | \\* \\\\ {скобки} %процент% $деньги$ ^верх^ ~низ~',
  '=СУММ(A1:A2)',
  `${'«'.repeat(100)}цитата${'»'.repeat(100)}`,
  'שלום עולם и العربية вместе с русским',
  'Қазақстан, ₸ 5 000, № 7, ■ → ✓ 😀 и 中文',
].join('\n');
