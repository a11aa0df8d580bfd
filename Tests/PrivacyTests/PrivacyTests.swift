import Privacy
import Testing
