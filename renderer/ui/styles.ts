// The order is the cascade: tokens, what all pages share, then one sheet per room.
import './tokens.css';
import './base.css';
import './controls.css';
import './floating.css';
import '../frame/frame.css';
import '../home/home.css';
import '../search/search.css';
import '../reader/reader.css';
import '../reader/marks.css';
import '../notes/notes.css';
import '../entities/entities.css';
import '../selection/selection.css';
import '../selection/export.css';
import '../charts/charts.css';
import '../library/library.css';
import '../settings/settings.css';
import '../keeping/keeping.css';
